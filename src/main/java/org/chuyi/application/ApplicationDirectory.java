package org.chuyi.application;

import org.springframework.stereotype.Component;

/** Applications for the system itself, which asks nobody's permission: delegates, timers, other modules' rules. */
@Component
public class ApplicationDirectory {

    private final ProjectApplications applications;

    ApplicationDirectory(ProjectApplications applications) {
        this.applications = applications;
    }

    public ProjectApplication get(ApplicationNumber number) {
        return applications.find(number).orElseThrow();
    }
}
