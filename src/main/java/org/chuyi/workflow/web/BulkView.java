package org.chuyi.workflow.web;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxLists;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.bulk.BulkPlan;
import org.chuyi.workflow.bulk.BulkRow;
import org.chuyi.workflow.bulk.BulkRow.State;
import org.chuyi.workflow.form.FormRows;
import org.chuyi.workflow.form.FormView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A bulk completion as its pages show it. */
@Component
class BulkView {

    /** What she has to look at comes first. */
    private static final List<State> ORDER =
            List.of(State.REFUSED, State.DONE_BEFORE, State.LEFT_OUT, State.CHOSEN, State.DONE);

    private final InboxLists lists;
    private final TaskTexts texts;
    private final MessageSource messages;

    BulkView(InboxLists lists, TaskTexts texts, MessageSource messages) {
        this.lists = lists;
        this.texts = texts;
        this.messages = messages;
    }

    /**
     * @param school whom it is about, or a word for what she may not see
     * @param href null where she may not see it
     * @param state name of a {@link State}
     * @param note why, or the outcome
     */
    public record Line(String school, String number, String href, String state, String note) {}

    /** @param caseByCase labels of what has to be said for each case by itself */
    public record Plan(String kind, int chosen, List<Line> taken, List<Line> leftOut, List<String> caseByCase) {}

    /** @param counts by the name of the state, those that there are */
    public record Result(Map<String, Long> counts, List<Line> lines) {}

    Plan plan(BulkPlan plan, Locale locale) {
        return new Plan(
                plan.kind().map(kind -> texts.label(kind.taskKey(), locale)).orElse(null),
                plan.chosen(),
                plan.taken().stream()
                        .map(task -> line(Optional.of(task), task.id(), State.CHOSEN, "", locale))
                        .toList(),
                plan.leftOut().stream()
                        .map(each -> line(
                                each.task(),
                                each.taskId(),
                                State.LEFT_OUT,
                                text(each.reason(), each.detail(), locale),
                                locale))
                        .toList(),
                plan.kind().stream()
                        .flatMap(kind -> kind.form().sections().stream())
                        .flatMap(section -> section.nodes().stream())
                        .filter(FormRows.class::isInstance)
                        .map(rows -> rows.label().in(locale))
                        .toList());
    }

    Optional<List<FormView.Item>> opinion(BulkPlan plan, Map<String, Object> answers, Locale locale) {
        return plan.kind().map(kind -> FormView.of(kind.form(), answers, locale).sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.kind() == FormView.Kind.SHORT || item.kind() == FormView.Kind.LONG)
                .toList());
    }

    Result result(List<BulkRow> rows, Actor reader, Locale locale) {
        Map<String, InboxTask> hers = lists
                .those(reader, rows.stream().map(BulkRow::taskId).toList())
                .stream()
                .collect(Collectors.toMap(InboxTask::id, Function.identity()));
        Map<State, Long> counts = rows.stream()
                .collect(
                        Collectors.groupingBy(BulkRow::state, () -> new EnumMap<>(State.class), Collectors.counting()));
        return new Result(
                counts.entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)),
                rows.stream()
                        .sorted(Comparator.comparing(row -> ORDER.indexOf(row.state())))
                        .map(row -> line(
                                Optional.ofNullable(hers.get(row.taskId())),
                                row.taskId(),
                                row.state(),
                                note(row, locale),
                                locale))
                        .toList());
    }

    private String note(BulkRow row, Locale locale) {
        return row.state() == State.DONE && row.reason().isEmpty()
                ? texts.outcome(row.detail(), locale)
                : text(row.reason(), row.detail(), locale);
    }

    private Line line(Optional<InboxTask> task, String id, State state, String note, Locale locale) {
        return new Line(
                task.map(its -> texts.heading(its, locale))
                        .orElseGet(() -> messages.getMessage("workflow.bulk.unseen", null, locale)),
                task.map(texts::number).orElse(""),
                task.map(its -> "/tasks/" + id).orElse(null),
                state.name(),
                note);
    }

    private String text(String reason, String detail, Locale locale) {
        return Stream.of(reason)
                .filter(key -> !key.isEmpty())
                .map(key -> messages.getMessage(key, new Object[] {detail}, locale))
                .findFirst()
                .orElse("");
    }
}
