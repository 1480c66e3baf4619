package org.chuyi.review.process;

import org.chuyi.review.RecommendationKey;
import org.chuyi.review.RecommendationNotices;
import org.chuyi.review.Recommendations;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 接收推荐名单, or send it back as a whole. */
@Component
class AcceptRecommendationHandler implements TaskHandler {

    private final Recommendations recommendations;
    private final RecommendationNotices notices;

    AcceptRecommendationHandler(Recommendations recommendations, RecommendationNotices notices) {
        this.recommendations = recommendations;
        this.notices = notices;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        var key = RecommendationKey.of(task.businessKey());
        if (task.text("decision").equals("accepted")) {
            recommendations.accept(key, task.at());
            notices.accepted(key);
            return TaskOutcome.of("accepted");
        }
        recommendations.returnToBody(key, task.text("reason"), task.at());
        return TaskOutcome.of("returned");
    }
}
