package org.chuyi.selection;

import java.time.Clock;
import java.util.Map;
import org.chuyi.notification.Notifications;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.workflow.TaskOffered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a task of the countersign or the decision comes up: the contest says so, and whoever holds the post is told. */
@Component
class ContestArrivals {

    private final Contests contests;
    private final Countersigning countersigning;
    private final Notifications notifications;
    private final PolicyPacks packs;
    private final Clock clock;

    ContestArrivals(
            Contests contests,
            Countersigning countersigning,
            Notifications notifications,
            PolicyPacks packs,
            Clock clock) {
        this.contests = contests;
        this.countersigning = countersigning;
        this.notifications = notifications;
        this.packs = packs;
        this.clock = clock;
    }

    @EventListener
    void on(TaskOffered task) {
        switch (task.key()) {
            case ContestProcess.COUNTERSIGN -> {
                countersigning.begin(ContestKey.of(task.businessKey()), clock.instant());
                tell(task, "countersignAsked");
            }
            case ContestProcess.RECONCILE -> tell(task, "reconciliationAsked");
            case ContestProcess.FINAL_DECISION -> {
                contests.to(ContestKey.of(task.businessKey()), Contest.State.DECISION);
                tell(task, "finalDecisionAsked");
            }
            default -> {}
        }
    }

    private void tell(TaskOffered task, String template) {
        var names =
                packs.programme(ContestKey.of(task.businessKey()).programme()).names();
        notifications.tell(
                task.post(),
                template,
                Map.of("title", Map.of("zh", names.zh(), "en", names.en())),
                "/tasks/" + task.taskId());
    }
}
