package org.chuyi.publicity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.SelectionRoundProcess;
import org.chuyi.publicity.Announcing;
import org.springframework.stereotype.Component;

/** 逐批通知申报单位. */
@Component("releaseResults")
class ReleaseResultsDelegate implements JavaDelegate {

    private final Announcing announcing;

    ReleaseResultsDelegate(Announcing announcing) {
        this.announcing = announcing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean left = announcing.tellNext(new RoundCode(execution.getProcessBusinessKey()));
        execution.setVariable(SelectionRoundProcess.RESULTS_LEFT, left ? "some" : "none");
    }
}
