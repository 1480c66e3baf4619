package org.chuyi.selection;

import org.chuyi.application.LeadDepartment;
import org.chuyi.workflow.CaseSubjects;
import org.springframework.stereotype.Component;

/** What the inbox says about a contest: its programme and track, a case of 教育厅. */
@Component
class ContestSubjects implements CaseSubjects {

    private static final String PROVINCE = "430000";

    private final ContestTitles titles;
    private final LeadDepartment leadDepartment;

    ContestSubjects(ContestTitles titles, LeadDepartment leadDepartment) {
        this.titles = titles;
        this.leadDepartment = leadDepartment;
    }

    @Override
    public String processKey() {
        return ContestProcess.KEY;
    }

    @Override
    public Subject subjectOf(String businessKey) {
        ContestKey key = ContestKey.of(businessKey);
        return new Subject(
                titles.of(key).zh(), key.programme().value(), key.round().value(), leadDepartment.id(), PROVINCE);
    }
}
