package org.chuyi.selection;

import java.util.List;
import java.util.Map;
import org.chuyi.notification.Notifications;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.workflow.TaskOffered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a task of scoring or ranking comes up: whoever has it is told, by the programme's name alone. */
@Component
class ScoreArrivals {

    private final Contests contests;
    private final PolicyPacks packs;
    private final Notifications notifications;

    ScoreArrivals(Contests contests, PolicyPacks packs, Notifications notifications) {
        this.contests = contests;
        this.packs = packs;
        this.notifications = notifications;
    }

    @EventListener
    void on(TaskOffered task) {
        switch (task.key()) {
            case ContestProcess.SCORE_APPLICATIONS -> tell(task, "scoringAsked", "/scoring");
            case ContestProcess.LEAD_DISCUSSION ->
                tell(task, "discussionAsked", "/scoring/" + task.businessKey() + "/discussion");
            case ContestProcess.CONFIRM_RANKING -> {
                contests.to(ContestKey.of(task.businessKey()), Contest.State.RANKING);
                tell(task, "rankingAsked", "/contests/" + task.businessKey() + "/ranking");
            }
            default -> {}
        }
    }

    private void tell(TaskOffered task, String template, String link) {
        var names =
                packs.programme(ContestKey.of(task.businessKey()).programme()).names();
        Map<String, Object> arguments = Map.of("title", Map.of("zh", names.zh(), "en", names.en()));
        task.person()
                .ifPresentOrElse(
                        person -> notifications.tell(List.of(person), template, arguments, link),
                        () -> notifications.tell(task.post(), template, arguments, link));
    }
}
