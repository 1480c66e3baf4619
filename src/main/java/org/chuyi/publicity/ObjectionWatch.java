package org.chuyi.publicity;

import java.util.Set;
import org.chuyi.application.LeadDepartment;
import org.chuyi.notification.DeadlineNotices;
import org.chuyi.notification.PlainArrivals;
import org.chuyi.workflow.DeadlineWatch;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** The tasks of an objection; a leader reads the list that it is about. */
@Component
class ObjectionWatch implements DeadlineWatch, PlainArrivals {

    private final DeadlineNotices notices;
    private final LeadDepartment leadDepartment;

    ObjectionWatch(DeadlineNotices notices, LeadDepartment leadDepartment) {
        this.notices = notices;
        this.leadDepartment = leadDepartment;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(
                ObjectionProcess.ACCEPT_OBJECTION,
                ObjectionProcess.INVESTIGATE_OBJECTION,
                ObjectionProcess.ANSWER_OBJECTION);
    }

    @Override
    public void remind(InboxTask task) {
        notices.remind(task);
    }

    @Override
    public void report(InboxTask task) {
        notices.report(task, leadDepartment.superiorsOf(task.offeredTo()), "/publicity/" + task.occasion());
    }
}
