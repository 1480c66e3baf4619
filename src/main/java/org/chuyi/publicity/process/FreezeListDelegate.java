package org.chuyi.publicity.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.publicity.Publicity;
import org.chuyi.publicity.PublicityKeys;
import org.chuyi.publicity.PublicityNotices;
import org.chuyi.publicity.PublicityProcess;
import org.chuyi.workflow.Cases;
import org.springframework.stereotype.Component;

/** 冻结并公示名单. */
@Component("freezeList")
class FreezeListDelegate implements JavaDelegate {

    private final Publicity publicity;
    private final PublicityNotices notices;
    private final Cases cases;

    FreezeListDelegate(Publicity publicity, PublicityNotices notices, Cases cases) {
        this.publicity = publicity;
        this.notices = notices;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        cases.adopt(PublicityProcess.KEY, key, execution.getProcessInstanceId(), execution.getProcessDefinitionId());
        publicity.show(PublicityKeys.roundOf(key));
        notices.shown(PublicityKeys.roundOf(key));
    }
}
