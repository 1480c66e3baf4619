package org.chuyi.review.process;

import java.util.Map;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.review.Review;
import org.chuyi.review.ReviewStep;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 省级形式审查与审批. */
@Component
class FormalCheckHandler implements TaskHandler {

    private final Review review;

    FormalCheckHandler(Review review) {
        this.review = review;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        String decision = task.text("decision");
        switch (decision) {
            case "approved" -> review.approve(task);
            case "returned" -> review.returnForCorrection(task, ReviewStep.FORMAL_CHECK);
            default -> review.refuse(task);
        }
        return decision.equals("returned")
                ? new TaskOutcome(decision, Map.of(SchoolApplicationProcess.RETURNED_BY, "province"))
                : TaskOutcome.of(decision);
    }
}
