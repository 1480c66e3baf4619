package org.chuyi.selection.process;

import java.util.Locale;
import org.chuyi.selection.FinalDecisions;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 领导审定. */
@Component
class FinalDecisionHandler implements TaskHandler {

    private final FinalDecisions decisions;

    FinalDecisionHandler(FinalDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        return TaskOutcome.of(decisions.decide(task).name().toLowerCase(Locale.ROOT));
    }
}
