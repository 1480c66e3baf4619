package org.chuyi.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.workflow.DeadlineNotice;
import org.chuyi.workflow.DeadlineWatchProcess;
import org.chuyi.workflow.TaskDeadlines;
import org.springframework.stereotype.Component;

/** 补发一条. */
@Component("tellDeadline")
class TellDeadlineDelegate implements JavaDelegate {

    private final TaskDeadlines deadlines;

    TellDeadlineDelegate(TaskDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.tellLater(execution.getProcessBusinessKey(), DeadlineNotice.valueOf((String)
                execution.getVariable(DeadlineWatchProcess.DEADLINE_NOTICE)));
    }
}
