package org.chuyi.application.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Filing;
import org.chuyi.application.SchoolApplicationProcess;
import org.springframework.stereotype.Component;

/** 资格与材料校验. */
@Component("validateApplication")
class ValidateApplicationDelegate implements JavaDelegate {

    private final Filing filing;
    private final Clock clock;

    ValidateApplicationDelegate(Filing filing, Clock clock) {
        this.filing = filing;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = new ApplicationNumber(execution.getProcessBusinessKey());
        if (!filing.validate(number, clock.instant()).isEmpty()) {
            throw new BpmnError(SchoolApplicationProcess.APPLICATION_INVALID);
        }
    }
}
