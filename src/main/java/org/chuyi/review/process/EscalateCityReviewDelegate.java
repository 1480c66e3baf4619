package org.chuyi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.review.ReviewNotices;
import org.springframework.stereotype.Component;

/** 标记超期并报告. */
@Component("escalateCityReview")
class EscalateCityReviewDelegate implements JavaDelegate {

    private final ReviewNotices notices;

    EscalateCityReviewDelegate(ReviewNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.escalate(
                new ApplicationNumber(execution.getProcessBusinessKey()), SchoolApplicationProcess.CITY_REVIEW);
    }
}
