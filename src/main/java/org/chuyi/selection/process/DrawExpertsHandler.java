package org.chuyi.selection.process;

import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ExpertDrawing;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.chuyi.workflow.TaskRejected;
import org.springframework.stereotype.Component;

/** 抽取评审专家: asked here, made by the step after it. */
@Component
class DrawExpertsHandler implements TaskHandler {

    private final ExpertDrawing drawing;

    DrawExpertsHandler(ExpertDrawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        var wish = new ExpertDrawing.Wish(number(task, "panelSize"), number(task, "perEntry"), task.text("shares"));
        var outcome = drawing.ask(ContestKey.of(task.businessKey()), wish, task.actor(), task.at());
        if (outcome instanceof ExpertDrawing.Outcome.Refused refused) {
            throw new TaskRejected(refused.problems());
        }
        return TaskOutcome.of("drawAsked");
    }

    private static int number(CompletedTask task, String field) {
        return ((Number) task.answers().get(field)).intValue();
    }
}
