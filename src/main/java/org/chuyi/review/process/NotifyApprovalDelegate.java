package org.chuyi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.review.ReviewNotices;
import org.springframework.stereotype.Component;

/** 告知已批准. */
@Component("notifyApproval")
class NotifyApprovalDelegate implements JavaDelegate {

    private final ReviewNotices notices;

    NotifyApprovalDelegate(ReviewNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.approved(new ApplicationNumber(execution.getProcessBusinessKey()));
    }
}
