package org.chuyi.selection;

import java.util.Set;
import org.chuyi.application.LeadDepartment;
import org.chuyi.notification.DeadlineNotices;
import org.chuyi.workflow.DeadlineWatch;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** The tasks of a contest, but for the invitation, which lapses. */
@Component
class ContestWatch implements DeadlineWatch {

    private final DeadlineNotices notices;
    private final LeadDepartment leadDepartment;

    ContestWatch(DeadlineNotices notices, LeadDepartment leadDepartment) {
        this.notices = notices;
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
    public void remind(InboxTask task) {
        notices.remind(task);
    }

    @Override
    public void report(InboxTask task) {
        notices.report(task, leadDepartment.superiorsOf(task.offeredTo()), "/contests/" + task.businessKey());
    }
}
