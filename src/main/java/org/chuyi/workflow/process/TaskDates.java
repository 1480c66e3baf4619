package org.chuyi.workflow.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.workflow.TaskDeadlines;
import org.springframework.stereotype.Component;

/** When a watched task's holders are reminded, and when it is reported. Public, since the engine calls it from expressions. */
@Component("taskDates")
public class TaskDates {

    private final TaskDeadlines deadlines;

    TaskDates(TaskDeadlines deadlines) {
        this.deadlines = deadlines;
    }

    public Date remindAt(DelegateExecution execution) {
        return Date.from(deadlines.remindAt(execution.getProcessBusinessKey()));
    }

    public Date dueAt(DelegateExecution execution) {
        return Date.from(deadlines.dueAt(execution.getProcessBusinessKey()));
    }
}
