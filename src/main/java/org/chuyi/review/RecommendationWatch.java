package org.chuyi.review;

import java.util.Set;
import org.chuyi.application.LeadDepartment;
import org.chuyi.workflow.DeadlineWatch;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** Lists to be ranked and accepted. */
@Component
class RecommendationWatch implements DeadlineWatch {

    private final LeadDepartment leadDepartment;

    RecommendationWatch(LeadDepartment leadDepartment) {
        this.leadDepartment = leadDepartment;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(RecommendationProcess.SEAL_RECOMMENDATION, RecommendationProcess.ACCEPT_RECOMMENDATION);
    }

    @Override
    public Report reportOf(InboxTask task) {
        return new Report(leadDepartment.superiorsOf(task.offeredTo()), "/recommendations/" + task.businessKey());
    }
}
