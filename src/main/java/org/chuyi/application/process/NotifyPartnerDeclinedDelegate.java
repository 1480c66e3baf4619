package org.chuyi.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNotices;
import org.chuyi.application.ApplicationNumber;
import org.springframework.stereotype.Component;

/** 告知合作单位不同意. */
@Component("notifyPartnerDeclined")
class NotifyPartnerDeclinedDelegate implements JavaDelegate {

    private final ApplicationNotices notices;

    NotifyPartnerDeclinedDelegate(ApplicationNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.partnerDeclined(new ApplicationNumber(execution.getProcessBusinessKey()));
    }
}
