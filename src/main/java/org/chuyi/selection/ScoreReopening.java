package org.chuyi.selection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.notification.Notifications;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskRejected;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/** 复评: opens exactly the sheets that are named for another round, and keeps what they said. */
@Component
class ScoreReopening {

    private final ScoreSheets sheets;
    private final Contests contests;
    private final ScoreForms forms;
    private final Notifications notifications;
    private final AuditTrail audit;

    ScoreReopening(
            ScoreSheets sheets, Contests contests, ScoreForms forms, Notifications notifications, AuditTrail audit) {
        this.sheets = sheets;
        this.contests = contests;
        this.forms = forms;
        this.notifications = notifications;
        this.audit = audit;
    }

    /**
     * Takes the rows {@code sheets} of the task's form; refuses the task where one names nothing that was scored.
     *
     * @param reason shown to the experts, without names where they score without
     */
    void reopen(ContestKey contest, Rescoring.Step step, CompletedTask task, String reason) {
        contests.lock(contest);
        sheets.closeWithdrawn(contest);
        Set<Long> named = named(contest, step, task.rows("sheets"));
        if (named.isEmpty()) {
            throw TaskRejected.because("selection.problem.rescoreNothing");
        }
        long rescoring = sheets.addRescoring(contest, step, reason, task.actor().account(), task.at());
        sheets.reopen(named, rescoring);
        contests.to(contest, Contest.State.SCORING);
        audit.record(AuditEntry.of(
                "score.reopened",
                "contest",
                contest.toString(),
                Map.of("step", step.name(), "sheets", List.copyOf(named), "reason", reason)));
        tellExperts(contest, named);
    }

    private Set<Long> named(ContestKey contest, Rescoring.Step step, List<Map<String, Object>> rows) {
        Map<String, ApplicationNumber> entries = entries(contest, step);
        Set<Long> named = new LinkedHashSet<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            Rescoring.Wanted wanted = wanted(rows.get(at));
            var number = entries.get(wanted.entry().toUpperCase(Locale.ROOT));
            if (number == null) {
                problems.add(problem(at, "entry", "selection.problem.noSuchEntry", wanted.entry()));
                continue;
            }
            List<Long> found = sheets.scoredSheets(contest, number, wanted.expert());
            if (found.isEmpty()) {
                problems.add(problem(at, "expert", "selection.problem.noSuchSheet", wanted.entry()));
            }
            named.addAll(found);
        }
        if (!problems.isEmpty()) {
            throw new TaskRejected(problems);
        }
        return named;
    }

    /** By code; by number only for who may know it: to a leader who judges without names, no number is one. */
    private Map<String, ApplicationNumber> entries(ContestKey contest, Rescoring.Step step) {
        boolean withNumbers = step == Rescoring.Step.RANKING || !forms.isBlind(contest);
        List<ContestEntry> all = contests.entries(contest);
        Map<String, ApplicationNumber> entries =
                all.stream().collect(Collectors.toMap(ContestEntry::blindCode, ContestEntry::number));
        if (withNumbers) {
            all.forEach(entry -> entries.put(entry.number().value(), entry.number()));
        }
        return entries;
    }

    private static Rescoring.Wanted wanted(Map<String, Object> row) {
        return new Rescoring.Wanted(
                String.valueOf(row.getOrDefault("entry", "")).strip(),
                row.get("expert") instanceof Number expert ? Optional.of(expert.intValue()) : Optional.empty());
    }

    private static FieldProblem problem(int row, String field, String code, Object... arguments) {
        return FieldProblem.of("sheets[" + row + "]." + field, "", code, arguments);
    }

    private void tellExperts(ContestKey contest, Set<Long> named) {
        var names = forms.programme(contest).names();
        notifications.tell(
                sheets.expertsOf(named),
                "rescoringAsked",
                Map.of("title", Map.of("zh", names.zh(), "en", names.en())),
                "/scoring");
    }
}
