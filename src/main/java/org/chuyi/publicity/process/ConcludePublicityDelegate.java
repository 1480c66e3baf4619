package org.chuyi.publicity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.publicity.Publicity;
import org.chuyi.publicity.PublicityKeys;
import org.chuyi.workflow.Cases;
import org.springframework.stereotype.Component;

/** 公示结束. */
@Component("concludePublicity")
class ConcludePublicityDelegate implements JavaDelegate {

    private final Publicity publicity;
    private final Cases cases;

    ConcludePublicityDelegate(Publicity publicity, Cases cases) {
        this.publicity = publicity;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        publicity.conclude(PublicityKeys.roundOf(key));
        cases.ended(key, "CONCLUDED");
    }
}
