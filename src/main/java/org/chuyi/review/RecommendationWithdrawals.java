package org.chuyi.review;

import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationWithdrawn;
import org.chuyi.organisation.Organisations;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a school withdraws leaves the list on which it stood, in the same transaction. */
@Component
class RecommendationWithdrawals {

    private final Recommendations recommendations;
    private final ApplicationDirectory applications;
    private final Organisations organisations;

    RecommendationWithdrawals(
            Recommendations recommendations, ApplicationDirectory applications, Organisations organisations) {
        this.recommendations = recommendations;
        this.applications = applications;
        this.organisations = organisations;
    }

    @EventListener
    void on(ApplicationWithdrawn withdrawn) {
        var school = applications.get(withdrawn.number()).school();
        recommendations.dropOut(withdrawn.number(), organisations.get(school).name());
    }
}
