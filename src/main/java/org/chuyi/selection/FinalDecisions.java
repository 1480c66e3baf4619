package org.chuyi.selection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskRejected;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 协调与审定: what becomes of a countersigned list. */
@Service
public class FinalDecisions {

    private final Contests contests;
    private final Countersigning countersigning;
    private final DecisionStore store;
    private final ContestResults results;
    private final AuditTrail audit;

    FinalDecisions(
            Contests contests,
            Countersigning countersigning,
            DecisionStore store,
            ContestResults results,
            AuditTrail audit) {
        this.contests = contests;
        this.countersigning = countersigning;
        this.store = store;
        this.results = results;
        this.audit = audit;
    }

    /** The list that is signed and decided on; the caller has checked who reads. */
    @Transactional(readOnly = true)
    public List<ListedEntry> list(ContestKey contest) {
        return store.list(contests.get(contest));
    }

    @Transactional(readOnly = true)
    public List<Reconciliation> reconciliations(ContestKey contest) {
        return store.reconciliations(contest);
    }

    @Transactional(readOnly = true)
    public List<FinalDecision> of(ContestKey contest) {
        return store.decisions(contest);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Reconciliation.Decision reconcile(CompletedTask task) {
        ContestKey contest = ContestKey.of(task.businessKey());
        var decision = Reconciliation.Decision.valueOf(task.text("decision").toUpperCase(Locale.ROOT));
        int round = countersigning.last(contest).orElseThrow().number();
        store.add(
                contest,
                new Reconciliation(
                        round, decision, task.text("opinion"), task.actor().name(), task.at()),
                task.actor());
        record("contest.reconciled", contest, Map.of("round", round, "decision", decision.name()));
        return decision;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public FinalDecision.Decision decide(CompletedTask task) {
        Contest contest = contests.lock(ContestKey.of(task.businessKey()));
        var decision = FinalDecision.Decision.valueOf(task.text("decision").toUpperCase(Locale.ROOT));
        boolean approved = decision == FinalDecision.Decision.APPROVED;
        List<FinalDecision.Exception> exceptions = approved ? exceptions(task) : List.of();
        if (approved) {
            refusal(contest, store.list(contest), exceptions).ifPresent(refused -> {
                throw refused;
            });
            results.decide(contest, exceptions, task.at());
            contests.decided(contest.key(), task.at());
        }
        store.add(
                contest.key(),
                new FinalDecision(
                        contest.rankingVersion(),
                        decision,
                        task.text("opinion"),
                        exceptions,
                        task.actor().name(),
                        task.at()),
                task.actor());
        record(
                "contest.decided",
                contest.key(),
                Map.of(
                        "decision", decision.name(),
                        "ranking", contest.rankingVersion(),
                        "exceptions", exceptions.size()));
        return decision;
    }

    private static List<FinalDecision.Exception> exceptions(CompletedTask task) {
        return task.rows("exceptions").stream()
                .map(row -> new FinalDecision.Exception(
                        Objects.toString(row.get("number"), "").strip(),
                        "select".equals(row.get("action")),
                        Objects.toString(row.get("reason"), "")))
                .toList();
    }

    /** What keeps the leader from approving: each says what to do about it. */
    private static Optional<TaskRejected> refusal(
            Contest contest, List<ListedEntry> list, List<FinalDecision.Exception> exceptions) {
        Map<String, ListedEntry> rows =
                list.stream().collect(Collectors.toMap(ListedEntry::number, Function.identity()));
        var given = new java.util.HashSet<String>();
        for (var exception : exceptions) {
            ListedEntry row = rows.get(exception.number());
            if (row == null) {
                return Optional.of(TaskRejected.because("selection.problem.notInContest", exception.number()));
            }
            if (!given.add(exception.number())) {
                return Optional.of(TaskRejected.because("selection.problem.exceptionTwice", exception.number()));
            }
            if (row.aboveLine() == exception.selected()) {
                return Optional.of(TaskRejected.because("selection.problem.noException", exception.number()));
            }
        }
        return withdrawnAboveLine(list).or(() -> tooMany(contest, list, exceptions));
    }

    private static Optional<TaskRejected> withdrawnAboveLine(List<ListedEntry> list) {
        return list.stream()
                .filter(row -> row.withdrawn() && row.aboveLine())
                .map(ListedEntry::number)
                .findFirst()
                .map(number -> TaskRejected.because("selection.problem.withdrawnSinceRanking", number));
    }

    private static Optional<TaskRejected> tooMany(
            Contest contest, List<ListedEntry> list, List<FinalDecision.Exception> exceptions) {
        long above = list.stream().filter(ListedEntry::aboveLine).count();
        long added =
                exceptions.stream().filter(FinalDecision.Exception::selected).count();
        long selected = above + added - (exceptions.size() - added);
        return contest.places() > 0 && selected > contest.places()
                ? Optional.of(TaskRejected.because("selection.problem.tooMany", selected, contest.places()))
                : Optional.empty();
    }

    private void record(String action, ContestKey contest, Map<String, ?> details) {
        audit.record(AuditEntry.of(action, "contest", contest.toString(), details));
    }
}
