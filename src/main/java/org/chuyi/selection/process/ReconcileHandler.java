package org.chuyi.selection.process;

import java.util.Locale;
import org.chuyi.selection.FinalDecisions;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 协调会签分歧. */
@Component
class ReconcileHandler implements TaskHandler {

    private final FinalDecisions decisions;

    ReconcileHandler(FinalDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        return TaskOutcome.of(decisions.reconcile(task).name().toLowerCase(Locale.ROOT));
    }
}
