package org.chuyi.selection.process;

import org.chuyi.selection.RankingConfirmation;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 确认排序. */
@Component
class ConfirmRankingHandler implements TaskHandler {

    private final RankingConfirmation confirmation;

    ConfirmRankingHandler(RankingConfirmation confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        String decision = task.text("decision");
        if (decision.equals("rescore")) {
            confirmation.rescore(task);
        } else {
            confirmation.confirm(task);
        }
        return TaskOutcome.of(decision);
    }
}
