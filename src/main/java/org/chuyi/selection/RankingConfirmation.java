package org.chuyi.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskRejected;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 确认排序: the province confirms the ranking and decides on ties, or has sheets scored again. */
@Service
@Transactional
public class RankingConfirmation {

    private static final int MOST_NAMED = 20;

    private final Contests contests;
    private final Rankings rankings;
    private final RankingComputation computation;
    private final ScoreReopening reopening;
    private final AuditTrail audit;

    RankingConfirmation(
            Contests contests,
            Rankings rankings,
            RankingComputation computation,
            ScoreReopening reopening,
            AuditTrail audit) {
        this.contests = contests;
        this.rankings = rankings;
        this.computation = computation;
        this.reopening = reopening;
        this.audit = audit;
    }

    public void rescore(CompletedTask task) {
        reopening.reopen(ContestKey.of(task.businessKey()), Rescoring.Step.RANKING, task, task.text("opinion"));
    }

    /** Decisions on ties make another version, and that one is confirmed. */
    public void confirm(CompletedTask task) {
        ContestKey key = ContestKey.of(task.businessKey());
        Contest contest = contests.lock(key);
        List<RankingRow> rows = rankings.rows(key, contest.rankingVersion(), 0);
        int version = contest.rankingVersion();
        if (!task.rows("ties").isEmpty()) {
            decideTies(task, key, rows);
            version = computation.rank(contest).version();
            rows = rankings.rows(key, version, 0);
        }
        requireNoOpenTie(rows);
        rankings.confirm(key, version, task.actor(), task.at(), task.text("opinion"));
        contests.to(key, Contest.State.COUNTERSIGN);
        audit.record(AuditEntry.of("ranking.confirmed", "contest", key.toString(), Map.of("version", version)));
    }

    private static void requireNoOpenTie(List<RankingRow> rows) {
        List<RankingRow> open =
                rows.stream().filter(row -> row.tieBreak() == TieBreak.OPEN).toList();
        if (!open.isEmpty()) {
            throw TaskRejected.because(
                    "selection.problem.tiesOpen",
                    open.get(0).rank(),
                    open.stream()
                            .limit(MOST_NAMED)
                            .map(row -> row.number().value())
                            .collect(Collectors.joining("、")));
        }
    }

    /** Each row of the form names one of those who share a rank, and its place among them. */
    private void decideTies(CompletedTask task, ContestKey key, List<RankingRow> ranking) {
        String reason = task.text("tieReason");
        if (reason.isBlank()) {
            throw new TaskRejected(List.of(FieldProblem.of("tieReason", "", "form.problem.required")));
        }
        Map<Integer, Map<ApplicationNumber, Integer>> byRank = places(task.rows("ties"), ranking);
        byRank.forEach((rank, places) -> {
            List<ApplicationNumber> equals = ranking.stream()
                    .filter(row -> row.rank() == rank)
                    .map(RankingRow::number)
                    .toList();
            if (!places.keySet().containsAll(equals)
                    || places.values().stream().distinct().count() != equals.size()) {
                throw TaskRejected.because("selection.problem.tieIncomplete", rank, equals.size());
            }
            List<ApplicationNumber> order =
                    equals.stream().sorted(Comparator.comparing(places::get)).toList();
            rankings.decideTie(key, order, reason, task.actor(), task.at());
            audit.record(AuditEntry.of(
                    "ranking.tieDecided",
                    "contest",
                    key.toString(),
                    Map.of(
                            "rank",
                            rank,
                            "order",
                            order.stream().map(ApplicationNumber::value).toList(),
                            "reason",
                            reason)));
        });
    }

    private static Map<Integer, Map<ApplicationNumber, Integer>> places(
            List<Map<String, Object>> rows, List<RankingRow> ranking) {
        Map<String, RankingRow> known = new HashMap<>();
        ranking.forEach(row -> {
            known.put(row.number().value(), row);
            known.put(row.blindCode(), row);
        });
        Map<Integer, Map<ApplicationNumber, Integer>> byRank = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            String entry = String.valueOf(rows.get(at).getOrDefault("entry", ""))
                    .strip()
                    .toUpperCase(Locale.ROOT);
            RankingRow row = known.get(entry);
            if (row == null) {
                problems.add(FieldProblem.of("ties[" + at + "].entry", "", "selection.problem.noSuchEntry", entry));
            } else if (row.tieBreak() != TieBreak.OPEN && row.tieBreak() != TieBreak.SHARED) {
                problems.add(FieldProblem.of("ties[" + at + "].entry", "", "selection.problem.noTie", entry));
            } else if (rows.get(at).get("place") instanceof Number place) {
                byRank.computeIfAbsent(row.rank(), rank -> new LinkedHashMap<>())
                        .put(row.number(), place.intValue());
            }
        }
        if (!problems.isEmpty()) {
            throw new TaskRejected(problems);
        }
        return byRank;
    }
}
