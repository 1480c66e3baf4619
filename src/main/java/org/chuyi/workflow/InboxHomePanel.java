package org.chuyi.workflow;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.shared.WorkCalendar;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What waits for the person's hand, the first due first. */
@Component
@Order(10)
class InboxHomePanel implements HomePanel {

    private static final int SHOWN = 5;

    private final InboxLists lists;
    private final CaseNames names;
    private final CaseTitles titles;
    private final MessageSource messages;
    private final Clock clock;

    InboxHomePanel(InboxLists lists, CaseNames names, CaseTitles titles, MessageSource messages, Clock clock) {
        this.lists = lists;
        this.names = names;
        this.titles = titles;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<Content> contentFor(Actor actor) {
        if (InboxPosts.none(actor)) {
            return Optional.empty();
        }
        var tasks = lists.toDo(actor, InboxQuery.ALL.in(InboxQuery.Order.DUE_FIRST), SHOWN)
                .rows();
        var shown = titles.of(tasks, LocaleContextHolder.getLocale());
        var items = tasks.stream().map(task -> item(task, shown, actor)).toList();
        return Optional.of(
                new Content("workflow.home.inbox", lists.counts(actor).toDo(), "/inbox", !items.isEmpty(), items));
    }

    /** Whose it is goes without saying where it is her own organisation's. */
    private String title(InboxTask task, CaseTitles.Titles shown, Actor actor) {
        Locale locale = LocaleContextHolder.getLocale();
        String category = names.categories(locale).getOrDefault(task.category(), shown.of(task));
        return task.applicantName().equals(actor.organisationName())
                ? category
                : task.applicantName() + " · " + category;
    }

    private Item item(InboxTask task, CaseTitles.Titles shown, Actor actor) {
        var workdaysLeft = task.dueAt()
                .map(due -> WorkCalendar.stateCouncil().workdaysLeft(clock.instant(), due))
                .orElse(null);
        return new Item(
                title(task, shown, actor),
                messages.getMessage("workflow.task." + task.key(), null, LocaleContextHolder.getLocale()),
                "/tasks/" + task.id(),
                task.dueAt().orElse(null),
                workdaysLeft);
    }
}
