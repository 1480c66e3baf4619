package org.chuyi.selection;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 锁定评分并排序: a few statements, however many applications. */
@Service
@Transactional
public class RankingComputation {

    private final Contests contests;
    private final ScoreSheets sheets;
    private final Rankings rankings;
    private final AggregationTable rules;
    private final AuditTrail audit;
    private final Clock clock;

    RankingComputation(
            Contests contests,
            ScoreSheets sheets,
            Rankings rankings,
            AggregationTable rules,
            AuditTrail audit,
            Clock clock) {
        this.contests = contests;
        this.sheets = sheets;
        this.rankings = rankings;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nobody scores any more; what was scored becomes the next version of the ranking. */
    public void lockAndRank(ContestKey key) {
        Contest contest = contests.lock(key);
        sheets.closeWithdrawn(key);
        sheets.lockAll(key);
        rank(contest);
        contests.to(key, Contest.State.RANKING);
    }

    /** Makes the next version out of the locked scores and the officers' decisions on ties. */
    Ranking rank(Contest contest) {
        Map<Integer, AggregationRule> known = new HashMap<>();
        List<RankingOrder.Candidate> candidates = rankings.scored(contest.key()).stream()
                .map(each ->
                        new RankingOrder.Candidate(each.number(), each.designated(), aggregate(each.scores(), known)))
                .toList();
        List<RankingOrder.Ranked> rows =
                RankingOrder.of(candidates, contest.places(), rankings.tieDecisions(contest.key()));
        Ranking ranking = new Ranking(
                contest.key(),
                contest.rankingVersion() + 1,
                Aggregation.VERSION + "-" + rules.sha256(),
                contest.places(),
                clock.instant(),
                Optional.empty(),
                "",
                "");
        rankings.add(ranking, rows);
        contests.ranked(contest.key(), ranking.version());
        audit.record(AuditEntry.of(
                "ranking.computed",
                "contest",
                contest.key().toString(),
                Map.of("version", ranking.version(), "rows", rows.size(), "rules", ranking.ruleVersion())));
        return ranking;
    }

    private Aggregate aggregate(List<Integer> scores, Map<Integer, AggregationRule> known) {
        return scores.isEmpty()
                ? Aggregate.NONE
                : Aggregation.of(scores, known.computeIfAbsent(scores.size(), rules::ruleFor));
    }
}
