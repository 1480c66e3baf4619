package org.chuyi.publicity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.publicity.ObjectionHandling;
import org.springframework.stereotype.Component;

/** 答复异议人：成立. */
@Component("notifyUpheld")
class NotifyUpheldDelegate implements JavaDelegate {

    private final ObjectionHandling handling;

    NotifyUpheldDelegate(ObjectionHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handling.tell(execution.getProcessBusinessKey());
    }
}
