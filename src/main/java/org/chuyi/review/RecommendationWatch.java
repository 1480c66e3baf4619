package org.chuyi.review;

import java.util.Set;
import org.chuyi.application.LeadDepartment;
import org.chuyi.application.SupervisedTasks;
import org.chuyi.notification.DeadlineNotices;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** Lists to be ranked and accepted. */
@Component
class RecommendationWatch extends SupervisedTasks {

    RecommendationWatch(DeadlineNotices notices, LeadDepartment leadDepartment) {
        super(notices, leadDepartment);
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(RecommendationProcess.SEAL_RECOMMENDATION, RecommendationProcess.ACCEPT_RECOMMENDATION);
    }

    @Override
    protected String shownAt(InboxTask task) {
        return "/recommendations/" + task.businessKey();
    }
}
