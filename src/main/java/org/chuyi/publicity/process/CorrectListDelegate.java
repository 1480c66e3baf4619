package org.chuyi.publicity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.publicity.ObjectionHandling;
import org.springframework.stereotype.Component;

/** 更正名单. */
@Component("correctList")
class CorrectListDelegate implements JavaDelegate {

    private final ObjectionHandling handling;

    CorrectListDelegate(ObjectionHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handling.correct(execution.getProcessBusinessKey());
    }
}
