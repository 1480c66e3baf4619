package org.chuyi.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.workflow.work.BackgroundWorkProcess;
import org.chuyi.workflow.work.WorkRunner;
import org.springframework.stereotype.Component;

/** 办理一段. */
@Component("doWorkSlice")
class DoWorkSliceDelegate implements JavaDelegate {

    private final WorkRunner runner;

    DoWorkSliceDelegate(WorkRunner runner) {
        this.runner = runner;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long work = Long.parseLong(execution.getProcessBusinessKey());
        execution.setVariable(BackgroundWorkProcess.WORK_SLICE, runner.slice(work));
    }
}
