package org.chuyi.publicity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.publicity.Publicity;
import org.chuyi.publicity.PublicityKeys;
import org.chuyi.publicity.PublicityProcess;
import org.springframework.stereotype.Component;

/** 清点异议. */
@Component("countObjections")
class CountObjectionsDelegate implements JavaDelegate {

    private final Publicity publicity;

    CountObjectionsDelegate(Publicity publicity) {
        this.publicity = publicity;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean open = publicity.hasOpenObjections(PublicityKeys.roundOf(execution.getProcessBusinessKey()));
        execution.setVariable(PublicityProcess.OBJECTIONS_OPEN, open ? "some" : "none");
    }
}
