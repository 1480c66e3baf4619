package org.chuyi.selection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.notification.Notifications;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Post;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** What experts and officers are told on the way to a full panel: the programme and dates, never who applies. */
@Component
class SelectionNotices {

    private final Notifications notifications;
    private final PolicyPacks packs;

    SelectionNotices(Notifications notifications, PolicyPacks packs) {
        this.notifications = notifications;
        this.packs = packs;
    }

    void invited(AccountId expert, ContestKey contest, Optional<Instant> due, String task) {
        notifications.tell(
                List.of(expert), "expertInvited", Map.of("title", title(contest), "due", day(due)), "/tasks/" + task);
    }

    /** Of an invitation, whoever has not answered it yet. */
    void remind(InboxTask invitation) {
        notifications.tell(
                List.of(invitation.assignee().orElseThrow()),
                "expertReminder",
                Map.of("title", title(ContestKey.of(invitation.businessKey())), "due", day(invitation.dueAt())),
                "/tasks/" + invitation.id());
    }

    void lapsed(AccountId expert, ContestKey contest) {
        notifications.tell(List.of(expert), "expertLapsed", Map.of("title", title(contest)), "/inbox");
    }

    void recused(AccountId expert, ContestKey contest) {
        notifications.tell(List.of(expert), "expertRecused", Map.of("title", title(contest)), "/inbox");
    }

    /** A task of the officers: the draw, a vacant seat, a panel that is too small. */
    void asked(Post officers, ContestKey contest, String template, String task) {
        notifications.tell(officers, template, Map.of("title", title(contest)), "/tasks/" + task);
    }

    private Map<String, String> title(ContestKey contest) {
        var names = packs.programme(contest.programme()).names();
        return Map.of("zh", names.zh(), "en", names.en());
    }

    private static String day(Optional<Instant> due) {
        return due.map(WorkCalendar::lastDayBefore).map(Object::toString).orElse("");
    }
}
