package org.chuyi.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNotices;
import org.chuyi.application.ApplicationNumber;
import org.springframework.stereotype.Component;

/** 告知已撤回. */
@Component("notifyWithdrawal")
class NotifyWithdrawalDelegate implements JavaDelegate {

    private final ApplicationNotices notices;

    NotifyWithdrawalDelegate(ApplicationNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.withdrawn(new ApplicationNumber(execution.getProcessBusinessKey()));
    }
}
