package org.chuyi.selection;

import org.chuyi.application.LeadDepartment;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.ProgrammeNumber.Track;
import org.chuyi.workflow.CaseSubjects;
import org.springframework.stereotype.Component;

/** What the inbox says about a contest: its programme and track, a case of 教育厅. */
@Component
class ContestSubjects implements CaseSubjects {

    private static final String PROVINCE = "430000";

    private final PolicyPacks packs;
    private final LeadDepartment leadDepartment;

    ContestSubjects(PolicyPacks packs, LeadDepartment leadDepartment) {
        this.packs = packs;
        this.leadDepartment = leadDepartment;
    }

    @Override
    public String processKey() {
        return ContestProcess.KEY;
    }

    @Override
    public Subject subjectOf(String businessKey) {
        ContestKey key = ContestKey.of(businessKey);
        Programme programme = packs.programme(key.programme());
        String track = programme.number().tracks().stream()
                .filter(each -> each.code().equals(key.track()))
                .map(Track::names)
                .map(names -> "（" + names.zh() + "）")
                .findFirst()
                .orElse("");
        return new Subject(
                programme.names().zh() + track,
                key.programme().value(),
                key.round().value(),
                leadDepartment.id(),
                PROVINCE);
    }
}
