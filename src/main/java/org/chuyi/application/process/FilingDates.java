package org.chuyi.application.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.springframework.stereotype.Component;

/** Until when an application must leave the school, for the timer and the tasks of the model. Public, since the engine calls it from expressions. */
@Component("filingDates")
public class FilingDates {

    private final ApplicationDirectory applications;

    FilingDates(ApplicationDirectory applications) {
        this.applications = applications;
    }

    public Date deadline(DelegateExecution execution) {
        return Date.from(applications
                .get(new ApplicationNumber(execution.getProcessBusinessKey()))
                .filingDueAt());
    }

    public Date due(DelegateExecution execution) {
        return deadline(execution);
    }
}
