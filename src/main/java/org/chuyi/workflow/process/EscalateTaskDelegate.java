package org.chuyi.workflow.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.workflow.TaskDeadlines;
import org.springframework.stereotype.Component;

/** 标记超期并报告. */
@Component("escalateTask")
class EscalateTaskDelegate implements JavaDelegate {

    private final TaskDeadlines deadlines;

    EscalateTaskDelegate(TaskDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.escalate(execution.getProcessBusinessKey());
    }
}
