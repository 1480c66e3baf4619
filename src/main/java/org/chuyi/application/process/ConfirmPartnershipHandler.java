package org.chuyi.application.process;

import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Filing;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 合作单位确认: counts agreements, not answers. */
@Component
class ConfirmPartnershipHandler implements TaskHandler {

    private final Filing filing;

    ConfirmPartnershipHandler(Filing filing) {
        this.filing = filing;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        var answers = filing.partnerAnswers(
                new ApplicationNumber(task.businessKey()),
                task.actor(),
                task.text("decision"),
                task.text("opinion"),
                task.at());
        return TaskOutcome.of(
                switch (answers) {
                    case PENDING -> "pending";
                    case ALL_CONFIRMED -> "allConfirmed";
                    case DECLINED -> "declined";
                });
    }
}
