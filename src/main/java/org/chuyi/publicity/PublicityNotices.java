package org.chuyi.publicity;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNotices;
import org.chuyi.notification.Notifications;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.Rounds;
import org.springframework.stereotype.Component;

/** When a list is shown to the public: whoever competes is told where it is, and nothing that the list does not say. */
@Component
public class PublicityNotices {

    private final PublicityLists lists;
    private final ApplicationDirectory applications;
    private final Rounds rounds;
    private final Notifications notifications;

    PublicityNotices(
            PublicityLists lists, ApplicationDirectory applications, Rounds rounds, Notifications notifications) {
        this.lists = lists;
        this.applications = applications;
        this.rounds = rounds;
        this.notifications = notifications;
    }

    public void shown(RoundCode round) {
        var title = rounds.byCode(round).orElseThrow().title();
        var list = lists.last(round).orElseThrow();
        List<Post> posts = applications.inSelection(round).stream()
                .map(ApplicationDirectory.InSelection::school)
                .distinct()
                .flatMap(school -> Stream.of(Role.APPLICANT, Role.SCHOOL_LEADER).map(role -> new Post(school, role)))
                .toList();
        notifications.tellAll(
                posts,
                "listDisplayed",
                Map.of(
                        "round",
                        Map.of("zh", title.zh(), "en", title.en()),
                        "due",
                        ApplicationNotices.lastDay(list.displayedUntil())),
                "/publicity/" + round);
    }
}
