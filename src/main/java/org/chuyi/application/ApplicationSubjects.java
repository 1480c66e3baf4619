package org.chuyi.application;

import org.chuyi.organisation.Organisations;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.workflow.CaseSubjects;
import org.springframework.stereotype.Component;

/** What the inbox says about an application. */
@Component
class ApplicationSubjects implements CaseSubjects {

    private final ProjectApplications applications;
    private final Organisations organisations;
    private final PolicyPacks packs;

    ApplicationSubjects(ProjectApplications applications, Organisations organisations, PolicyPacks packs) {
        this.applications = applications;
        this.organisations = organisations;
        this.packs = packs;
    }

    @Override
    public String processKey() {
        return SchoolApplicationProcess.KEY;
    }

    @Override
    public Subject subjectOf(String businessKey) {
        var application = applications.find(new ApplicationNumber(businessKey)).orElseThrow();
        var school = organisations.get(application.school());
        return new Subject(
                school.name() + " · "
                        + packs.programme(application.programmeCode()).names().zh(),
                application.programmeCode().value(),
                application.roundCode().value(),
                school.id(),
                application.cityCode());
    }
}
