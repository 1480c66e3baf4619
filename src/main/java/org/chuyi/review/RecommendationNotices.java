package org.chuyi.review;

import java.time.Clock;
import java.util.Map;
import org.chuyi.application.ApplicationNotices;
import org.chuyi.application.LeadDepartment;
import org.chuyi.notification.Notifications;
import org.chuyi.organisation.Organisations;
import org.chuyi.programme.Rounds;
import org.chuyi.programme.SelectionDeadlines;
import org.chuyi.programme.SelectionStep;
import org.springframework.stereotype.Component;

/** Who is told about a list: its body of what the province asks and answers, the province of what was sealed. */
@Component
public class RecommendationNotices {

    private final RecommendationLists lists;
    private final Organisations organisations;
    private final LeadDepartment leadDepartment;
    private final Rounds rounds;
    private final SelectionDeadlines deadlines;
    private final Notifications notifications;
    private final Clock clock;

    RecommendationNotices(
            RecommendationLists lists,
            Organisations organisations,
            LeadDepartment leadDepartment,
            Rounds rounds,
            SelectionDeadlines deadlines,
            Notifications notifications,
            Clock clock) {
        this.lists = lists;
        this.organisations = organisations;
        this.leadDepartment = leadDepartment;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.notifications = notifications;
        this.clock = clock;
    }

    public void opened(RecommendationKey key) {
        var due = deadlines.due(key.round(), SelectionStep.SEAL_RECOMMENDATION, clock.instant());
        tellBody(key, "recommendationOpened", Map.of("round", title(key), "due", ApplicationNotices.lastDay(due)));
    }

    public void sealed(RecommendationKey key) {
        notifications.tell(
                leadDepartment.officers(),
                "recommendationSealed",
                Map.of(
                        "round",
                        title(key),
                        "body",
                        organisations.get(key.body()).name()),
                link(key));
    }

    public void accepted(RecommendationKey key) {
        tellBody(key, "recommendationAccepted", Map.of("round", title(key)));
    }

    public void returned(RecommendationKey key) {
        var due = deadlines.due(key.round(), SelectionStep.SEAL_RECOMMENDATION, clock.instant());
        tellBody(
                key,
                "recommendationReturned",
                Map.of(
                        "round",
                        title(key),
                        "reason",
                        lists.find(key).orElseThrow().returnReason(),
                        "due",
                        ApplicationNotices.lastDay(due)));
    }

    private void tellBody(RecommendationKey key, String template, Map<String, ?> arguments) {
        notifications.tell(key.reviewers(), template, arguments, link(key));
    }

    private static String link(RecommendationKey key) {
        return "/recommendations/" + key;
    }

    private Map<String, String> title(RecommendationKey key) {
        var title = rounds.byCode(key.round()).orElseThrow().title();
        return Map.of("zh", title.zh(), "en", title.en());
    }
}
