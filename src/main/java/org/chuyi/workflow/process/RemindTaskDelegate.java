package org.chuyi.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.workflow.TaskDeadlines;
import org.springframework.stereotype.Component;

/** 提醒办理人. */
@Component("remindTask")
class RemindTaskDelegate implements JavaDelegate {

    private final TaskDeadlines deadlines;

    RemindTaskDelegate(TaskDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.remind(execution.getProcessBusinessKey());
    }
}
