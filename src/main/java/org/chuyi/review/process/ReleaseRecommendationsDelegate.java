package org.chuyi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.review.RecommendationKey;
import org.chuyi.review.RecommendationProcess;
import org.chuyi.review.RecommendationRelease;
import org.springframework.stereotype.Component;

/** 逐批转省级. */
@Component("releaseRecommendations")
class ReleaseRecommendationsDelegate implements JavaDelegate {

    private final RecommendationRelease release;

    ReleaseRecommendationsDelegate(RecommendationRelease release) {
        this.release = release;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var key = RecommendationKey.of(execution.getProcessBusinessKey());
        execution.setVariable(RecommendationProcess.RECOMMENDATIONS_LEFT, release.releaseBatch(key));
    }
}
