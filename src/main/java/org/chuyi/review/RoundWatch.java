package org.chuyi.review;

import java.util.Set;
import org.chuyi.application.LeadDepartment;
import org.chuyi.notification.DeadlineNotices;
import org.chuyi.notification.PlainArrivals;
import org.chuyi.programme.SelectionRoundProcess;
import org.chuyi.workflow.DeadlineWatch;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** What 教育厅 does on a round itself. */
@Component
class RoundWatch implements DeadlineWatch, PlainArrivals {

    private final DeadlineNotices notices;
    private final LeadDepartment leadDepartment;

    RoundWatch(DeadlineNotices notices, LeadDepartment leadDepartment) {
        this.notices = notices;
        this.leadDepartment = leadDepartment;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(SelectionRoundProcess.FINISH_FORMAL_CHECK, SelectionRoundProcess.ISSUE_ANNOUNCEMENT);
    }

    @Override
    public void remind(InboxTask task) {
        notices.remind(task);
    }

    @Override
    public void report(InboxTask task) {
        notices.report(task, leadDepartment.superiorsOf(task.offeredTo()), "/calls/" + task.businessKey());
    }
}
