package org.chuyi.publicity.process;

import org.chuyi.publicity.ObjectionHandling;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 答复异议. */
@Component
class AnswerObjectionHandler implements TaskHandler {

    private final ObjectionHandling handling;

    AnswerObjectionHandler(ObjectionHandling handling) {
        this.handling = handling;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        handling.answer(task);
        return TaskOutcome.of(task.text("decision"));
    }
}
