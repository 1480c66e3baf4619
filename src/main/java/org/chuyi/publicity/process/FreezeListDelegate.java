package org.chuyi.publicity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.publicity.Publicity;
import org.chuyi.publicity.PublicityKeys;
import org.chuyi.publicity.PublicityProcess;
import org.chuyi.workflow.Cases;
import org.springframework.stereotype.Component;

/** 冻结并公示名单. */
@Component("freezeList")
class FreezeListDelegate implements JavaDelegate {

    private final Publicity publicity;
    private final Cases cases;

    FreezeListDelegate(Publicity publicity, Cases cases) {
        this.publicity = publicity;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        cases.adopt(PublicityProcess.KEY, key, execution.getProcessInstanceId(), execution.getProcessDefinitionId());
        publicity.show(PublicityKeys.roundOf(key));
    }
}
