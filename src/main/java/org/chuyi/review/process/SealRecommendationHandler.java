package org.chuyi.review.process;

import java.util.Optional;
import org.chuyi.review.RecommendationKey;
import org.chuyi.review.RecommendationNotices;
import org.chuyi.review.Recommendations;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.chuyi.workflow.TaskRejected;
import org.springframework.stereotype.Component;

/** 排序并报送推荐名单. */
@Component
class SealRecommendationHandler implements TaskHandler {

    private final Recommendations recommendations;
    private final RecommendationNotices notices;

    SealRecommendationHandler(Recommendations recommendations, RecommendationNotices notices) {
        this.recommendations = recommendations;
        this.notices = notices;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        var key = RecommendationKey.of(task.businessKey());
        Optional<Integer> seen =
                Optional.ofNullable((Number) task.answers().get("revision")).map(Number::intValue);
        var problems = recommendations.seal(key, task.actor(), seen, task.at());
        if (!problems.isEmpty()) {
            throw new TaskRejected(problems);
        }
        notices.sealed(key);
        return TaskOutcome.of("sealed");
    }
}
