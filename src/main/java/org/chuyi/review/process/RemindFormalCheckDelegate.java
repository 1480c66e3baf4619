package org.chuyi.review.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.review.ReviewNotices;
import org.springframework.stereotype.Component;

/** 提醒省级经办. */
@Component("remindFormalCheck")
class RemindFormalCheckDelegate implements JavaDelegate {

    private final ReviewNotices notices;

    RemindFormalCheckDelegate(ReviewNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.remind(new ApplicationNumber(execution.getProcessBusinessKey()), SchoolApplicationProcess.FORMAL_CHECK);
    }
}
