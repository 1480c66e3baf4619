package org.chuyi.publicity.process;

import org.chuyi.publicity.ObjectionHandling;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 核查异议. */
@Component
class InvestigateObjectionHandler implements TaskHandler {

    private final ObjectionHandling handling;

    InvestigateObjectionHandler(ObjectionHandling handling) {
        this.handling = handling;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        handling.report(task);
        return TaskOutcome.of("reported");
    }
}
