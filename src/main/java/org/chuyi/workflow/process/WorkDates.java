package org.chuyi.workflow.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.workflow.work.WorkRunner;
import org.springframework.stereotype.Component;

/** How long results are kept, for the timer of the model. Public, since the engine calls it from expressions. */
@Component("workDates")
public class WorkDates {

    private final WorkRunner runner;

    WorkDates(WorkRunner runner) {
        this.runner = runner;
    }

    public Date keptUntil(DelegateExecution execution) {
        return Date.from(runner.keptUntil(Long.parseLong(execution.getProcessBusinessKey())));
    }
}
