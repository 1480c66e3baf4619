package org.chuyi.workflow.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Regions;
import org.chuyi.workflow.CaseNames;
import org.chuyi.workflow.CaseTitles;
import org.chuyi.workflow.InboxCase;
import org.chuyi.workflow.InboxPage;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.desk.InboxFilter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The lists as the page shows them: codes become names, instants become workdays. */
@Component
class InboxView {

    private static final String PROVINCE = "430000";

    private final TaskTexts texts;
    private final CasePagesByProcess pages;
    private final CaseNames names;
    private final CaseTitles titles;
    private final Regions regions;
    private final MessageSource messages;

    InboxView(
            TaskTexts texts,
            CasePagesByProcess pages,
            CaseNames names,
            CaseTitles titles,
            Regions regions,
            MessageSource messages) {
        this.texts = texts;
        this.pages = pages;
        this.names = names;
        this.titles = titles;
        this.regions = regions;
        this.messages = messages;
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

    Choices choices(Actor actor, Locale locale) {
        Map<String, String> cities = new LinkedHashMap<>();
        if (actor.cityCode().equals(PROVINCE)) {
            regions.cities().forEach(city -> cities.put(city.code().value(), city.name()));
        }
        return new Choices(names.categories(locale), names.occasions(locale), cities);
    }

    Page<TaskRow> tasks(InboxFilter filter, InboxPage<InboxTask> found, Actor reader, Locale locale) {
        var categories = names.categories(locale);
        var occasions = names.occasions(locale);
        var shown = titles.of(found.rows(), locale);
        return page(
                filter,
                found.map(task -> new TaskRow(
                        filter.on("/tasks/" + task.id()),
                        texts.label(task.key(), locale),
                        texts.number(task),
                        pages.knownByTitle(task.processKey()) ? shown.of(task) : task.applicantName(),
                        categories.getOrDefault(task.category(), task.category()),
                        occasions.getOrDefault(task.occasion(), task.occasion()),
                        regions.nameOf(task.cityCode()),
                        task.createdAt(),
                        texts.lastDay(task),
                        texts.workdaysLeft(task),
                        task.completedAt().orElse(null),
                        task.outcome()
                                .map(outcome -> texts.outcome(outcome, locale))
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

    private String copyText(InboxCase.Copy copy, Locale locale) {
        return messages.getMessage("workflow.copy." + copy.reason(), new Object[] {copy.by(), copy.note()}, locale);
    }

    private static <R> Page<R> page(InboxFilter filter, InboxPage<R> found) {
        return new Page<>(
                found.rows(),
                found.previous().map(filter::path).orElse(null),
                found.next().map(filter::path).orElse(null));
    }
}
