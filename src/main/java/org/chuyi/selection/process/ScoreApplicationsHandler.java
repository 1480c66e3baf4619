package org.chuyi.selection.process;

import org.chuyi.selection.Scoring;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 评审打分. */
@Component
class ScoreApplicationsHandler implements TaskHandler {

    private final Scoring scoring;

    ScoreApplicationsHandler(Scoring scoring) {
        this.scoring = scoring;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        scoring.finish(task);
        return TaskOutcome.of("scored");
    }
}
