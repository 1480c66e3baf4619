package org.chuyi.review;

import java.util.Set;
import org.chuyi.application.LeadDepartment;
import org.chuyi.application.SupervisedTasks;
import org.chuyi.notification.DeadlineNotices;
import org.chuyi.notification.PlainArrivals;
import org.chuyi.programme.SelectionRoundProcess;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** What 教育厅 does on a round itself. */
@Component
class RoundWatch extends SupervisedTasks implements PlainArrivals {

    RoundWatch(DeadlineNotices notices, LeadDepartment leadDepartment) {
        super(notices, leadDepartment);
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(SelectionRoundProcess.FINISH_FORMAL_CHECK, SelectionRoundProcess.ISSUE_ANNOUNCEMENT);
    }

    @Override
    protected String shownAt(InboxTask task) {
        return "/calls/" + task.businessKey();
    }
}
