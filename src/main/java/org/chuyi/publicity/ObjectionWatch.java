package org.chuyi.publicity;

import java.util.Set;
import org.chuyi.application.LeadDepartment;
import org.chuyi.notification.PlainArrivals;
import org.chuyi.workflow.DeadlineWatch;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** The tasks of an objection; a leader reads the list that it is about. */
@Component
class ObjectionWatch implements DeadlineWatch, PlainArrivals {

    private final LeadDepartment leadDepartment;

    ObjectionWatch(LeadDepartment leadDepartment) {
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
    public Report reportOf(InboxTask task) {
        return new Report(leadDepartment.superiorsOf(task.offeredTo()), "/publicity/" + task.occasion());
    }
}
