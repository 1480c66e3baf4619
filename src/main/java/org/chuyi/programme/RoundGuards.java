package org.chuyi.programme;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.chuyi.workflow.form.FieldProblem;

/** What a draft must fulfil to be published. The paths are the fields of the round's page. */
final class RoundGuards {

    private static final List<BiFunction<RoundContent, Instant, Stream<FieldProblem>>> GUARDS = List.of(
            RoundGuards::titleInBothLanguages,
            RoundGuards::callTextInBothLanguages,
            RoundGuards::endNotBeforeBeginning,
            RoundGuards::beginningNotInThePast,
            RoundGuards::windowNotLongerThanAYear,
            RoundGuards::atLeastOneProgramme,
            RoundGuards::limitsWithinReason,
            RoundGuards::selectionLimitsAllowed);

    private static final int LONGEST_WINDOW_DAYS = 366;

    private RoundGuards() {}

    /** What no draft may be saved with either. */
    static List<FieldProblem> selectionProblems(RoundContent content) {
        return selectionLimitsAllowed(content, Instant.EPOCH).toList();
    }

    static List<FieldProblem> problems(RoundContent content, Instant at) {
        return GUARDS.stream().flatMap(guard -> guard.apply(content, at)).toList();
    }

    private static Stream<FieldProblem> titleInBothLanguages(RoundContent content, Instant at) {
        return inBothLanguages(content.title(), "titleZh", "titleEn");
    }

    private static Stream<FieldProblem> callTextInBothLanguages(RoundContent content, Instant at) {
        return inBothLanguages(content.callText(), "callTextZh", "callTextEn");
    }

    private static Stream<FieldProblem> inBothLanguages(BilingualText text, String zhField, String enField) {
        return Stream.of(
                        problemIf(text.zh().isBlank(), zhField, "programme.round.problem.missing"),
                        problemIf(text.en().isBlank(), enField, "programme.round.problem.missing"))
                .flatMap(problems -> problems);
    }

    private static Stream<FieldProblem> endNotBeforeBeginning(RoundContent content, Instant at) {
        var window = content.window();
        return problemIf(
                window.closesOn().isBefore(window.opensOn()), "closesOn", "programme.round.problem.endBeforeBeginning");
    }

    private static Stream<FieldProblem> beginningNotInThePast(RoundContent content, Instant at) {
        var firstDayEnds =
                new RoundWindow(content.window().opensOn(), content.window().opensOn()).closesAt();
        return problemIf(!at.isBefore(firstDayEnds), "opensOn", "programme.round.problem.beginningInThePast");
    }

    private static Stream<FieldProblem> windowNotLongerThanAYear(RoundContent content, Instant at) {
        var window = content.window();
        return problemIf(
                window.closesOn().isAfter(window.opensOn().plusDays(LONGEST_WINDOW_DAYS)),
                "closesOn",
                "programme.round.problem.windowTooLong");
    }

    private static Stream<FieldProblem> atLeastOneProgramme(RoundContent content, Instant at) {
        return problemIf(content.programmes().isEmpty(), "programmes", "programme.round.problem.noProgramme");
    }

    private static Stream<FieldProblem> limitsWithinReason(RoundContent content, Instant at) {
        return content.programmes().stream()
                .filter(programme -> Stream.of(Step.values())
                        .mapToInt(step -> programme.workdays().of(step))
                        .anyMatch(days -> days < 1 || days > RoundProgramme.LONGEST_STEP))
                .map(programme -> FieldProblem.of(
                        "programmes",
                        programme.programme().value(),
                        "programme.round.problem.workdays",
                        programme.programme().value(),
                        RoundProgramme.LONGEST_STEP));
    }

    /** 公示期不少于 5 个工作日; all others at least one. */
    private static Stream<FieldProblem> selectionLimitsAllowed(RoundContent content, Instant at) {
        return content.selectionWorkdays().days().entrySet().stream()
                .filter(limit -> !limit.getKey().allows(limit.getValue()))
                .map(limit -> FieldProblem.of(
                        "selectionDays[" + limit.getKey() + "]",
                        "",
                        limit.getKey() == SelectionStep.PUBLICITY
                                ? "programme.round.problem.publicity"
                                : "programme.round.problem.selectionDays",
                        limit.getKey().least(),
                        SelectionStep.MOST));
    }

    private static Stream<FieldProblem> problemIf(boolean wrong, String field, String code) {
        return wrong ? Stream.of(FieldProblem.of(field, "", code)) : Stream.empty();
    }
}
