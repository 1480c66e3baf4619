package org.chuyi.selection;

import java.util.Set;
import org.chuyi.application.LeadDepartment;
import org.chuyi.application.SupervisedTasks;
import org.chuyi.notification.DeadlineNotices;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** The tasks of a contest, but for the invitation, which lapses. */
@Component
class ContestWatch extends SupervisedTasks {

    ContestWatch(DeadlineNotices notices, LeadDepartment leadDepartment) {
        super(notices, leadDepartment);
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
    protected String shownAt(InboxTask task) {
        return "/contests/" + task.businessKey();
    }
}
