package org.chuyi.selection.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestProcess;
import org.chuyi.selection.Selection;
import org.chuyi.workflow.Cases;
import org.springframework.stereotype.Component;

/** 建立遴选名单. */
@Component("openContest")
class OpenContestDelegate implements JavaDelegate {

    private final Selection selection;
    private final Cases cases;

    OpenContestDelegate(Selection selection, Cases cases) {
        this.selection = selection;
        this.cases = cases;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        selection.open(ContestKey.of(key));
        execution.setVariable("programme", ContestKey.of(key).programme().value());
        cases.adopt(ContestProcess.KEY, key, execution.getProcessInstanceId(), execution.getProcessDefinitionId());
    }
}
