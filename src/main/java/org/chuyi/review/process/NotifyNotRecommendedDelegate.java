package org.chuyi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.review.ReviewNotices;
import org.springframework.stereotype.Component;

/** 告知不予推荐. */
@Component("notifyNotRecommended")
class NotifyNotRecommendedDelegate implements JavaDelegate {

    private final ReviewNotices notices;

    NotifyNotRecommendedDelegate(ReviewNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.notRecommended(new ApplicationNumber(execution.getProcessBusinessKey()));
    }
}
