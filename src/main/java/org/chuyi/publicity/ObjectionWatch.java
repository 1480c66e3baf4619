package org.chuyi.publicity;

import java.util.Set;
import org.chuyi.application.LeadDepartment;
import org.chuyi.application.SupervisedTasks;
import org.chuyi.notification.DeadlineNotices;
import org.chuyi.notification.PlainArrivals;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** The tasks of an objection; a leader reads the list that it is about. */
@Component
class ObjectionWatch extends SupervisedTasks implements PlainArrivals {

    ObjectionWatch(DeadlineNotices notices, LeadDepartment leadDepartment) {
        super(notices, leadDepartment);
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(
                ObjectionProcess.ACCEPT_OBJECTION,
                ObjectionProcess.INVESTIGATE_OBJECTION,
                ObjectionProcess.ANSWER_OBJECTION);
    }

    @Override
    protected String shownAt(InboxTask task) {
        return "/publicity/" + task.occasion();
    }
}
