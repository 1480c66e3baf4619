package org.chuyi.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.workflow.DeadlineWatchProcess;
import org.chuyi.workflow.TaskDeadlines;
import org.springframework.stereotype.Component;

/** 提醒与督办一批. */
@Component("sweepDeadlines")
class SweepDeadlinesDelegate implements JavaDelegate {

    private final TaskDeadlines deadlines;

    SweepDeadlinesDelegate(TaskDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(DeadlineWatchProcess.DEADLINES_LEFT, deadlines.tellSlice() ? "yes" : "no");
    }
}
