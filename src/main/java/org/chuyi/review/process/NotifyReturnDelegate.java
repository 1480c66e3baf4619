package org.chuyi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.review.ReviewNotices;
import org.springframework.stereotype.Component;

/** 告知退回修改. */
@Component("notifyReturn")
class NotifyReturnDelegate implements JavaDelegate {

    private final ReviewNotices notices;

    NotifyReturnDelegate(ReviewNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.returned(new ApplicationNumber(execution.getProcessBusinessKey()));
    }
}
