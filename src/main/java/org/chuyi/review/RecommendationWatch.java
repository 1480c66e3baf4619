package org.chuyi.review;

import java.util.Set;
import org.chuyi.application.LeadDepartment;
import org.chuyi.notification.DeadlineNotices;
import org.chuyi.workflow.DeadlineWatch;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** Lists to be ranked and accepted. */
@Component
class RecommendationWatch implements DeadlineWatch {

    private final DeadlineNotices notices;
    private final LeadDepartment leadDepartment;

    RecommendationWatch(DeadlineNotices notices, LeadDepartment leadDepartment) {
        this.notices = notices;
        this.leadDepartment = leadDepartment;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(RecommendationProcess.SEAL_RECOMMENDATION, RecommendationProcess.ACCEPT_RECOMMENDATION);
    }

    @Override
    public void remind(InboxTask task) {
        notices.remind(task);
    }

    @Override
    public void report(InboxTask task) {
        notices.report(task, leadDepartment.superiorsOf(task.offeredTo()), "/recommendations/" + task.businessKey());
    }
}
