package org.chuyi.publicity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.publicity.ObjectionHandling;
import org.springframework.stereotype.Component;

/** 答复异议人：不成立. */
@Component("notifyDismissed")
class NotifyDismissedDelegate implements JavaDelegate {

    private final ObjectionHandling handling;

    NotifyDismissedDelegate(ObjectionHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handling.tell(execution.getProcessBusinessKey());
    }
}
