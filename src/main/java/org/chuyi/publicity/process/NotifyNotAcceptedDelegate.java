package org.chuyi.publicity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.publicity.ObjectionHandling;
import org.springframework.stereotype.Component;

/** 告知不予受理. */
@Component("notifyNotAccepted")
class NotifyNotAcceptedDelegate implements JavaDelegate {

    private final ObjectionHandling handling;

    NotifyNotAcceptedDelegate(ObjectionHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handling.tell(execution.getProcessBusinessKey());
    }
}
