package org.chuyi.programme;

import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.workflow.CaseSubjects;
import org.springframework.stereotype.Component;

/** What the inbox says about a round: a case of 教育厅, of no single programme. */
@Component
class RoundSubjects implements CaseSubjects {

    private static final String PROVINCE = "430000";

    private final RoundStore rounds;
    private final Organisations organisations;

    RoundSubjects(RoundStore rounds, Organisations organisations) {
        this.rounds = rounds;
        this.organisations = organisations;
    }

    @Override
    public String processKey() {
        return SelectionRoundProcess.KEY;
    }

    @Override
    public Subject subjectOf(String businessKey) {
        var round = rounds.find(new RoundCode(businessKey)).orElseThrow();
        return new Subject(
                round.title().zh(),
                "",
                businessKey,
                organisations.department(Department.EDUCATION).id(),
                PROVINCE);
    }
}
