package org.chuyi.workflow.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxCounts;
import org.chuyi.workflow.InboxList;
import org.chuyi.workflow.InboxLists;
import org.chuyi.workflow.InboxQuery;
import org.chuyi.workflow.desk.InboxFilter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What leads from one list of the desk to another, each with how much is there: tabs, kinds of task, states. */
@Component
class InboxTabs {

    private final InboxLists lists;
    private final TaskTexts texts;
    private final MessageSource messages;

    InboxTabs(InboxLists lists, TaskTexts texts, MessageSource messages) {
        this.lists = lists;
        this.texts = texts;
        this.messages = messages;
    }

    /** An entry of the row of tabs, or of the kinds of task; {@code count} null shows none. */
    public record Entry(String label, String href, Long count, boolean current) {}

    /**
     * @param tasks kinds of task to do; only where there are several
     * @param states of the list's rows, each with its number and leading to these alone; none where the list is empty
     */
    public record Counts(List<Entry> tabs, List<Entry> tasks, List<Entry> states, long overdue) {}

    Counts counts(Actor actor, InboxFilter filter, Locale locale) {
        InboxCounts counts = lists.counts(actor);
        List<Entry> tabs = Stream.of(InboxList.values())
                .map(tab -> new Entry(
                        messages.getMessage("workflow.inbox.tab." + InboxFilter.codeOf(tab), null, locale),
                        InboxFilter.pathOf(tab),
                        switch (tab) {
                            case TO_DO -> counts.toDo();
                            case DONE -> counts.done();
                            case ORGANISATION -> null;
                            case STARTED -> counts.started();
                            case COPIED -> counts.unread() == 0 ? null : Long.valueOf(counts.unread());
                        },
                        tab == filter.which()))
                .toList();
        return new Counts(tabs, kinds(counts, filter, locale), states(actor, counts, filter, locale), counts.overdue());
    }

    private List<Entry> states(Actor actor, InboxCounts counts, InboxFilter filter, Locale locale) {
        var query = filter.query();
        String chosen = query.state()
                .or(() -> query.due().map(due -> due.name().toLowerCase(Locale.ROOT)))
                .orElse("");
        List<Entry> states = new ArrayList<>();
        var numbers = filter.which() == InboxList.TO_DO ? counts.toDoByState() : lists.states(actor, filter.which());
        numbers.forEach((state, number) -> {
            if (number > 0 || state.equals(chosen)) {
                states.add(new Entry(
                        stateText(filter.which(), state, locale),
                        isDue(state) ? filter.dueAt(state) : filter.inState(state),
                        number,
                        state.equals(chosen)));
            }
        });
        if (!states.isEmpty()) {
            states.add(
                    0,
                    new Entry(
                            messages.getMessage("workflow.inbox.allTasks", null, locale),
                            filter.inState(""),
                            null,
                            chosen.isEmpty()));
        }
        return states;
    }

    private String stateText(InboxList list, String state, Locale locale) {
        return list == InboxList.DONE
                ? texts.outcome(state, locale)
                : messages.getMessage("workflow.inbox.states." + state, null, locale);
    }

    private static boolean isDue(String state) {
        return Stream.of(InboxQuery.Due.values()).anyMatch(due -> due.name().equalsIgnoreCase(state));
    }

    private List<Entry> kinds(InboxCounts counts, InboxFilter filter, Locale locale) {
        if (counts.toDoByTask().size() < 2 || filter.which() != InboxList.TO_DO) {
            return List.of();
        }
        String wanted = filter.query().taskKey().orElse("");
        List<Entry> kinds = new ArrayList<>();
        kinds.add(new Entry(
                messages.getMessage("workflow.inbox.allTasks", null, locale),
                filter.ofTask(""),
                counts.toDo(),
                wanted.isEmpty()));
        counts.toDoByTask()
                .forEach((key, number) ->
                        kinds.add(new Entry(texts.label(key, locale), filter.ofTask(key), number, key.equals(wanted))));
        return kinds;
    }
}
