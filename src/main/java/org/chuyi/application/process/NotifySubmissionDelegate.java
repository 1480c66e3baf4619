package org.chuyi.application.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNotices;
import org.chuyi.application.ApplicationNumber;
import org.springframework.stereotype.Component;

/** 告知已报送. */
@Component("notifySubmission")
class NotifySubmissionDelegate implements JavaDelegate {

    private final ApplicationNotices notices;

    NotifySubmissionDelegate(ApplicationNotices notices) {
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.submitted(new ApplicationNumber(execution.getProcessBusinessKey()));
    }
}
