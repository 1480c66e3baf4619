package org.chuyi.publicity;

import org.chuyi.application.LeadDepartment;
import org.chuyi.workflow.CaseSubjects;
import org.springframework.stereotype.Component;

/** What the inbox says about an objection: a case of 教育厅, of no single programme. */
@Component
class ObjectionSubjects implements CaseSubjects {

    private static final String PROVINCE = "430000";

    private final LeadDepartment leadDepartment;

    ObjectionSubjects(LeadDepartment leadDepartment) {
        this.leadDepartment = leadDepartment;
    }

    @Override
    public String processKey() {
        return ObjectionProcess.KEY;
    }

    @Override
    public Subject subjectOf(String businessKey) {
        String round = PublicityKeys.roundOf(businessKey).value();
        return new Subject(
                "公示异议 " + PublicityKeys.numberOf(businessKey) + "（" + round + "）",
                "",
                round,
                leadDepartment.id(),
                PROVINCE);
    }
}
