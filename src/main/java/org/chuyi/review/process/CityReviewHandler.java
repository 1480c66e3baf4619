package org.chuyi.review.process;

import java.util.Map;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.review.Review;
import org.chuyi.review.ReviewStep;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 市州（主管部门）审核. */
@Component
class CityReviewHandler implements TaskHandler {

    private final Review review;

    CityReviewHandler(Review review) {
        this.review = review;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        String decision = task.text("decision");
        switch (decision) {
            case "recommended" -> review.recommend(task);
            case "returned" -> review.returnForCorrection(task, ReviewStep.CITY_REVIEW);
            default -> review.notRecommend(task);
        }
        return decision.equals("returned")
                ? new TaskOutcome(decision, Map.of(SchoolApplicationProcess.RETURNED_BY, "city"))
                : TaskOutcome.of(decision);
    }
}
