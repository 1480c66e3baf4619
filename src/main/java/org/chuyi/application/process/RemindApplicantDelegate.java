package org.chuyi.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNotices;
import org.chuyi.application.ApplicationNumber;
import org.springframework.stereotype.Component;

/** 提醒经办人. */
@Component("remindApplicant")
class RemindApplicantDelegate implements JavaDelegate {

    private final ApplicationNotices notices;

    RemindApplicantDelegate(ApplicationNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.deadlineNear(new ApplicationNumber(execution.getProcessBusinessKey()));
    }
}
