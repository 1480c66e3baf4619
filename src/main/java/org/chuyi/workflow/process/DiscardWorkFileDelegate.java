package org.chuyi.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.workflow.work.WorkRunner;
import org.springframework.stereotype.Component;

/** 删除结果文件. */
@Component("discardWorkFile")
class DiscardWorkFileDelegate implements JavaDelegate {

    private final WorkRunner runner;

    DiscardWorkFileDelegate(WorkRunner runner) {
        this.runner = runner;
    }

    @Override
    public void execute(DelegateExecution execution) {
        runner.discardFile(Long.parseLong(execution.getProcessBusinessKey()));
    }
}
