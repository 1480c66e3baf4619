package org.chuyi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.review.ReviewNotices;
import org.springframework.stereotype.Component;

/** 告知未入选. */
@Component("notifyNotSelected")
class NotifyNotSelectedDelegate implements JavaDelegate {

    private final ReviewNotices notices;

    NotifyNotSelectedDelegate(ReviewNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.notSelected(new ApplicationNumber(execution.getProcessBusinessKey()));
    }
}
