package org.chuyi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.review.RecommendationKey;
import org.chuyi.review.RecommendationNotices;
import org.chuyi.review.RecommendationProcess;
import org.chuyi.review.Recommendations;
import org.chuyi.workflow.Cases;
import org.springframework.stereotype.Component;

/** 建立推荐名单. */
@Component("openRecommendation")
class OpenRecommendationDelegate implements JavaDelegate {

    private final Recommendations recommendations;
    private final RecommendationNotices notices;
    private final Cases cases;

    OpenRecommendationDelegate(Recommendations recommendations, RecommendationNotices notices, Cases cases) {
        this.recommendations = recommendations;
        this.notices = notices;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = RecommendationKey.of(execution.getProcessBusinessKey());
        recommendations.open(key);
        cases.adopt(
                RecommendationProcess.KEY,
                key.toString(),
                execution.getProcessInstanceId(),
                execution.getProcessDefinitionId());
        notices.opened(key);
    }
}
