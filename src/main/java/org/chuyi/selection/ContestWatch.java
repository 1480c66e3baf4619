package org.chuyi.selection;

import java.util.Set;
import org.chuyi.application.LeadDepartment;
import org.chuyi.workflow.DeadlineWatch;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** The tasks of a contest, but for the invitation, whose model reminds and lapses by itself. */
@Component
class ContestWatch implements DeadlineWatch {

    private final LeadDepartment leadDepartment;

    ContestWatch(LeadDepartment leadDepartment) {
        this.leadDepartment = leadDepartment;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(
                ContestProcess.DRAW_EXPERTS,
                ContestProcess.SUPPLEMENT_PANEL,
                ContestProcess.SCORE_APPLICATIONS,
                ContestProcess.LEAD_DISCUSSION,
                ContestProcess.CONFIRM_RANKING,
                ContestProcess.COUNTERSIGN,
                ContestProcess.RECONCILE,
                ContestProcess.FINAL_DECISION);
    }

    @Override
    public Report reportOf(InboxTask task) {
        return new Report(leadDepartment.superiorsOf(task.offeredTo()), "/contests/" + task.businessKey());
    }
}
