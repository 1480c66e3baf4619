package org.chuyi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.review.RecommendationKey;
import org.chuyi.review.RecommendationNotices;
import org.springframework.stereotype.Component;

/** 告知名单退回. */
@Component("notifyRecommendationReturned")
class NotifyRecommendationReturnedDelegate implements JavaDelegate {

    private final RecommendationNotices notices;

    NotifyRecommendationReturnedDelegate(RecommendationNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.returned(RecommendationKey.of(execution.getProcessBusinessKey()));
    }
}
