package org.chuyi.workflow.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Regions;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.CaseNames;
import org.chuyi.workflow.CaseTitles;
import org.chuyi.workflow.InboxCase;
import org.chuyi.workflow.InboxCounts;
import org.chuyi.workflow.InboxList;
import org.chuyi.workflow.InboxLists;
import org.chuyi.workflow.InboxPage;
import org.chuyi.workflow.InboxQuery;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.desk.InboxFilter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The lists as the page shows them: codes become names, instants become workdays. */
@Component
class InboxView {

    private static final String PROVINCE = "430000";

    private final InboxLists lists;
    private final CasePagesByProcess pages;
    private final CaseNames names;
    private final CaseTitles titles;
    private final Regions regions;
    private final MessageSource messages;
    private final Clock clock;

    InboxView(
            InboxLists lists,
            CasePagesByProcess pages,
            CaseNames names,
            CaseTitles titles,
            Regions regions,
            MessageSource messages,
            Clock clock) {
        this.lists = lists;
        this.pages = pages;
        this.names = names;
        this.titles = titles;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param task the step's name
     * @param number empty for a case that is known by its title
     * @param school whom the case is about, or its title
     * @param due the last day, or null
     * @param workdays left to it, or null
     * @param outcome what was decided, or null while it is open
     * @param holder who has claimed it, or null
     * @param inPlaceOf for whom the reader would do it, or did it, as a deputy; or null
     * @param doneBy who did it, or null
     * @param tick the task's id, to choose it with others; null where it is done on a page of its own
     */
    public record TaskRow(
            String href,
            String task,
            String number,
            String school,
            String category,
            String occasion,
            String city,
            Instant createdAt,
            LocalDate due,
            Integer workdays,
            Instant completedAt,
            String outcome,
            String holder,
            String inPlaceOf,
            String doneBy,
            String tick) {

        public boolean isOverdue() {
            return workdays != null && workdays < 0;
        }
    }

    /**
     * @param state public status
     * @param reason why it was copied, or null
     */
    public record CaseRow(
            String href,
            String number,
            String school,
            String category,
            String occasion,
            String state,
            Instant startedAt,
            Instant endedAt,
            String reason,
            Instant copiedAt,
            boolean unread) {}

    /** @param previous path of the page before, or null */
    public record Page<R>(List<R> rows, String previous, String next) {

        /** Whether there is anything to choose for doing it together. */
        public boolean isTicks() {
            return rows.stream().anyMatch(row -> row instanceof TaskRow task && task.tick() != null);
        }
    }

    /** What the filters offer; cities only to those whose work is not of one city. */
    public record Choices(Map<String, String> categories, Map<String, String> occasions, Map<String, String> cities) {}

    /** An entry of the row of tabs, or of the kinds of task; {@code count} null shows none. */
    public record Entry(String label, String href, Long count, boolean current) {}

    /**
     * @param tasks kinds of task to do; only where there are several
     * @param states of the list's rows, each with its number and leading to these alone; none where the list is empty
     */
    public record Counts(List<Entry> tabs, List<Entry> tasks, List<Entry> states, long overdue) {}

    Choices choices(Actor actor, Locale locale) {
        Map<String, String> cities = new LinkedHashMap<>();
        if (actor.cityCode().equals(PROVINCE)) {
            regions.cities().forEach(city -> cities.put(city.code().value(), city.name()));
        }
        return new Choices(names.categories(locale), names.occasions(locale), cities);
    }

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
                ? outcomeText(state, locale)
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
                        kinds.add(new Entry(label(key, locale), filter.ofTask(key), number, key.equals(wanted))));
        return kinds;
    }

    Page<TaskRow> tasks(InboxFilter filter, InboxPage<InboxTask> found, Actor reader, Locale locale) {
        var categories = names.categories(locale);
        var occasions = names.occasions(locale);
        var shown = titles.of(found.rows(), locale);
        return page(
                filter,
                found.map(task -> new TaskRow(
                        filter.on("/tasks/" + task.id()),
                        label(task.key(), locale),
                        number(task),
                        pages.knownByTitle(task.processKey()) ? shown.of(task) : task.applicantName(),
                        categories.getOrDefault(task.category(), task.category()),
                        occasions.getOrDefault(task.occasion(), task.occasion()),
                        regions.nameOf(task.cityCode()),
                        task.createdAt(),
                        lastDay(task),
                        workdaysLeft(task),
                        task.completedAt().orElse(null),
                        task.outcome()
                                .map(outcome -> outcomeText(outcome, locale))
                                .orElse(null),
                        task.isOpen() && task.isClaimed() ? task.assigneeName().orElse(null) : null,
                        task.isOpen()
                                ? task.inPlaceOf(reader).orElse(null)
                                : task.completedForName().orElse(null),
                        task.completedByName().orElse(null),
                        canBeTicked(task, reader) ? task.id() : null)));
    }

    Page<CaseRow> cases(InboxFilter filter, InboxPage<InboxCase> found, Actor reader, Locale locale) {
        var categories = names.categories(locale);
        var occasions = names.occasions(locale);
        var states = pages.states(found.rows(), reader);
        var shown = titles.of(found.rows(), locale);
        return page(
                filter,
                found.map(row -> new CaseRow(
                        row.copy().isPresent()
                                ? "/inbox/copies/" + row.businessKey()
                                : pages.page(row).orElse(null),
                        pages.knownByTitle(row.processKey()) ? "" : row.businessKey(),
                        pages.knownByTitle(row.processKey()) ? shown.of(row) : row.applicantName(),
                        categories.getOrDefault(row.category(), row.category()),
                        occasions.getOrDefault(row.occasion(), row.occasion()),
                        states.get(row.businessKey()),
                        row.startedAt(),
                        row.endedAt().orElse(null),
                        row.copy().map(copy -> copyText(copy, locale)).orElse(null),
                        row.copy().map(InboxCase.Copy::copiedAt).orElse(null),
                        row.copy().map(copy -> !copy.read()).orElse(false))));
    }

    private boolean canBeTicked(InboxTask task, Actor reader) {
        return task.isOpen()
                && !task.isHelp()
                && !task.isHeldByAnother(reader)
                && task.formKey().isPresent()
                && pages.of(task.processKey())
                        .flatMap(its -> its.formPage(task))
                        .isEmpty();
    }

    /** Empty for a case that is known by its title. */
    String number(InboxTask task) {
        return pages.knownByTitle(task.processKey()) ? "" : task.businessKey();
    }

    String title(InboxTask task, Locale locale) {
        return titles.of(task, locale);
    }

    /** What people call the case. */
    String heading(InboxTask task, Locale locale) {
        return pages.knownByTitle(task.processKey()) ? titles.of(task, locale) : task.applicantName();
    }

    /** The line above it: its programme and number, or the round where it is known by its title; null for a round. */
    String kind(InboxTask task, Locale locale) {
        if (pages.knownByTitle(task.processKey())) {
            return task.occasion().equals(task.businessKey())
                    ? null
                    : names.occasions(locale).getOrDefault(task.occasion(), task.occasion());
        }
        return categoryName(task, locale) + " · " + task.businessKey();
    }

    private String copyText(InboxCase.Copy copy, Locale locale) {
        return messages.getMessage("workflow.copy." + copy.reason(), new Object[] {copy.by(), copy.note()}, locale);
    }

    /** Or null while it is open. */
    String completedBy(InboxTask task, Locale locale) {
        return task.completedForName()
                .map(principal -> messages.getMessage(
                        "workflow.task.inPlace",
                        new Object[] {task.completedByName().orElse(""), principal},
                        locale))
                .orElse(task.completedByName().orElse(null));
    }

    String label(String taskKey, Locale locale) {
        return messages.getMessage("workflow.task." + taskKey, null, locale);
    }

    /** What the button says that completes such a task. */
    String submitLabel(InboxTask task, Locale locale) {
        return messages.getMessage(
                "workflow.submit." + task.key(),
                null,
                messages.getMessage("workflow.task.submit", null, locale),
                locale);
    }

    /** What is asked first, where completing it cannot be undone; or null. */
    String submitConfirm(InboxTask task, Locale locale) {
        return messages.getMessage("workflow.submit." + task.key() + ".confirm", null, null, locale);
    }

    String outcomeText(String outcome, Locale locale) {
        return messages.getMessage("workflow.outcome." + outcome, null, locale);
    }

    String categoryName(InboxTask task, Locale locale) {
        return names.categories(locale).getOrDefault(task.category(), task.category());
    }

    Integer workdaysLeft(InboxTask task) {
        return task.isOpen()
                ? task.dueAt()
                        .map(due -> WorkCalendar.stateCouncil().workdaysLeft(clock.instant(), due))
                        .orElse(null)
                : null;
    }

    /** The day that people are told for a deadline at 24:00, or null. */
    LocalDate lastDay(InboxTask task) {
        return task.dueAt().map(WorkCalendar::lastDayBefore).orElse(null);
    }

    private static <R> Page<R> page(InboxFilter filter, InboxPage<R> found) {
        return new Page<>(
                found.rows(),
                found.previous().map(filter::path).orElse(null),
                found.next().map(filter::path).orElse(null));
    }
}
