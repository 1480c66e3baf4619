package org.chuyi.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.springframework.stereotype.Component;

/** Candidate groups within the school. Public, since the engine calls it from expressions. */
@Component("applicationPosts")
public class ApplicationPosts {

    private final ApplicationDirectory applications;

    ApplicationPosts(ApplicationDirectory applications) {
        this.applications = applications;
    }

    public String applicant(DelegateExecution execution) {
        return group(execution, Role.APPLICANT);
    }

    public String schoolLeader(DelegateExecution execution) {
        return group(execution, Role.SCHOOL_LEADER);
    }

    private String group(DelegateExecution execution, Role role) {
        var application = applications.get(new ApplicationNumber(execution.getProcessBusinessKey()));
        return new Post(application.school(), role).group();
    }
}
