package org.chuyi.review.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.programme.RoundCode;
import org.chuyi.review.RecommendationKey;
import org.chuyi.review.Recommendations;
import org.springframework.stereotype.Component;

/** Who recommends in a round: the lists by their business keys, and each list's reviewers. Public, since the engine calls it from expressions. */
@Component("recommendingBodies")
public class RecommendingBodies {

    private final Recommendations recommendations;

    RecommendingBodies(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    public List<String> cases(DelegateExecution execution) {
        return recommendations.toAskFor(new RoundCode(execution.getProcessBusinessKey())).stream()
                .map(RecommendationKey::toString)
                .toList();
    }

    public String reviewers(DelegateExecution execution) {
        return RecommendationKey.of(execution.getProcessBusinessKey())
                .reviewers()
                .group();
    }
}
