package org.chuyi.application.process;

import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Filing;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 填写（补正）申报书. */
@Component
class FillInApplicationHandler implements TaskHandler {

    private final Filing filing;

    FillInApplicationHandler(Filing filing) {
        this.filing = filing;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        boolean ask = filing.handIn(new ApplicationNumber(task.businessKey()), task.actor(), task.answers(), task.at());
        return TaskOutcome.of(ask ? "partnersNeeded" : "partnersNotNeeded");
    }
}
