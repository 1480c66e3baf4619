package org.chuyi.selection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.TaskRejected;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.form.FormCheck;
import org.chuyi.workflow.form.FormSchema;
import org.chuyi.workflow.form.FormVerdict;
import org.chuyi.workflow.form.SectionCompleteness;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 评审打分: an expert fills in her sheets; each is checked and summed up here, whatever the browser has said. */
@Service
@Transactional
public class Scoring {

    private static final int MOST_NAMED = 20;

    private final ScoreSheets sheets;
    private final Contests contests;
    private final ScoreForms forms;
    private final FormCheck check;
    private final OpenTasks tasks;
    private final AuditTrail audit;
    private final Clock clock;

    Scoring(
            ScoreSheets sheets,
            Contests contests,
            ScoreForms forms,
            FormCheck check,
            OpenTasks tasks,
            AuditTrail audit,
            Clock clock) {
        this.sheets = sheets;
        this.contests = contests;
        this.forms = forms;
        this.check = check;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of a save or a submission. */
    public sealed interface Result {

        /** @param refused what was not kept, and why; with an empty path when nothing at all was kept */
        record Kept(int revision, Instant savedAt, List<SectionCompleteness> sections, List<FieldProblem> refused)
                implements Result {}

        /** @param next the sheet to go on with; empty when it was the last */
        record Submitted(int total, Optional<Long> next) implements Result {}

        record Refused(List<FieldProblem> problems) implements Result {}

        /** The same sheet was saved in another window since; nothing was written. */
        record Overtaken(int revision, Instant savedAt) implements Result {}

        /** @param problem message key: submitted already, locked, closed, not yet or no longer to be scored */
        record NotOpen(String problem) implements Result {}

        /** It is nobody's, or another expert's; which of the two is not said. */
        record NotThere() implements Result {}
    }

    @Transactional(readOnly = true)
    public Optional<ScoreSheet> find(long id, Actor expert) {
        return sheets.find(id, expert.account());
    }

    @Transactional(readOnly = true)
    public FormSchema form(ScoreSheet sheet) {
        return forms.of(sheet.contest()).schema();
    }

    @Transactional(readOnly = true)
    public List<SectionCompleteness> sections(ScoreSheet sheet) {
        return check.completeness(form(sheet), sheet.answers());
    }

    /** Whether this sheet can be written now; otherwise the message that says why not. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(ScoreSheet sheet) {
        return obstacle(sheet, contests.get(sheet.contest()).state());
    }

    private static Optional<String> obstacle(ScoreSheet sheet, Contest.State contest) {
        return switch (sheet.state()) {
            case SUBMITTED -> Optional.of("selection.score.problem.submitted");
            case LOCKED -> Optional.of("selection.score.problem.locked");
            case CLOSED -> Optional.of("selection.score.problem.closed");
            case OPEN ->
                contest == Contest.State.SCORING ? Optional.empty() : Optional.of("selection.score.problem.notScoring");
        };
    }

    public Result save(long id, Actor expert, int revision, Map<String, Object> answers) {
        var sheet = writable(id, expert);
        if (sheet.isEmpty()) {
            return new Result.NotThere();
        }
        var obstacle = obstacle(sheet.get(), sheets.stateOf(sheet.get().contest()));
        if (obstacle.isPresent()) {
            return new Result.NotOpen(obstacle.get());
        }
        FormSchema form = form(sheet.get());
        var kept = check.draft(form, answers);
        if (kept.unusable()) {
            return new Result.Refused(kept.refused());
        }
        Instant now = clock.instant();
        return sheets.save(sheet.get(), revision, kept.answers(), now)
                ? new Result.Kept(revision + 1, now, check.completeness(form, kept.answers()), kept.refused())
                : overtaken(sheet.get());
    }

    /** @return for the second of two equal requests: that it is submitted already */
    public Result submit(long id, Actor expert, int revision, Map<String, Object> answers) {
        var found = writable(id, expert);
        if (found.isEmpty()) {
            return new Result.NotThere();
        }
        ScoreSheet sheet = found.get();
        var obstacle = obstacle(sheet, sheets.stateOf(sheet.contest()));
        if (obstacle.isPresent()) {
            return new Result.NotOpen(obstacle.get());
        }
        var form = forms.of(sheet.contest());
        FormVerdict verdict = check.check(form.schema(), answers);
        if (verdict instanceof FormVerdict.Refused refused) {
            return new Result.Refused(refused.problems());
        }
        var checked = ((FormVerdict.Checked) verdict).answers();
        int total = form.total(checked);
        if (!sheets.submit(sheet, revision, checked, total, clock.instant())) {
            return overtaken(sheet);
        }
        audit.record(AuditEntry.of(
                "score.submitted",
                "scoreSheet",
                String.valueOf(sheet.id()),
                Map.of("contest", sheet.contest().toString(), "round", sheet.round())));
        return new Result.Submitted(total, next(sheet, expert));
    }

    /**
     * The contest first, then the sheet: in the same order as the ranking locks them, so that a late submission waits for
     * the ranking, or the ranking for it.
     */
    private Optional<ScoreSheet> writable(long id, Actor expert) {
        sheets.find(id, expert.account()).ifPresent(found -> sheets.stateOf(found.contest()));
        return sheets.lock(id, expert.account());
    }

    private Result overtaken(ScoreSheet sheet) {
        return new Result.Overtaken(sheet.revision(), sheet.savedAt().orElseGet(clock::instant));
    }

    /** The next open sheet after this one, beginning again at the first. */
    private Optional<Long> next(ScoreSheet sheet, Actor expert) {
        List<ScoreSheet> open = sheets.of(sheet.contest(), expert.account()).stream()
                .filter(ScoreSheet::isOpen)
                .filter(each -> each.id() != sheet.id())
                .toList();
        return open.stream()
                .filter(each -> each.blindCode().compareTo(sheet.blindCode()) > 0)
                .findFirst()
                .or(() -> open.stream().findFirst())
                .map(ScoreSheet::id);
    }

    /** 完成评审: a seat has submitted all its sheets. The last seat of the panel ends the scoring. */
    public void finish(CompletedTask task) {
        ContestKey contest = ContestKey.of(task.businessKey());
        long seat = Long.parseLong(task.part());
        contests.lock(contest);
        sheets.closeWithdrawn(contest);
        List<ScoreSheet> open = sheets.openOf(seat);
        if (!open.isEmpty()) {
            boolean blind = forms.isBlind(contest);
            throw TaskRejected.because(
                    "selection.problem.sheetsOpen",
                    open.size(),
                    open.stream()
                            .limit(MOST_NAMED)
                            .map(sheet -> sheet.label(blind))
                            .collect(Collectors.joining("、")));
        }
        boolean last = tasks.of(contest.toString(), ContestProcess.SCORE_APPLICATIONS).stream()
                .allMatch(other -> other.id().equals(task.taskId()));
        if (last) {
            contests.to(contest, Contest.State.DISCUSSION);
        }
        audit.record(AuditEntry.of(
                "score.finished", "contest", contest.toString(), Map.of("seat", seat, "scoringEnded", last)));
    }
}
