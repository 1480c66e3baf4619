package org.chuyi.publicity.process;

import org.chuyi.publicity.ObjectionHandling;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 受理异议. */
@Component
class AcceptObjectionHandler implements TaskHandler {

    private final ObjectionHandling handling;

    AcceptObjectionHandler(ObjectionHandling handling) {
        this.handling = handling;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        handling.accept(task);
        return TaskOutcome.of(task.text("decision"));
    }
}
