package org.chuyi.application.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNotices;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Filing;
import org.springframework.stereotype.Component;

/** 逾期终止. */
@Component("expireApplication")
class ExpireApplicationDelegate implements JavaDelegate {

    private final Filing filing;
    private final ApplicationNotices notices;
    private final Clock clock;

    ExpireApplicationDelegate(Filing filing, ApplicationNotices notices, Clock clock) {
        this.filing = filing;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new ApplicationNumber(execution.getProcessBusinessKey());
        filing.expire(number, clock.instant());
        notices.expired(number);
    }
}
