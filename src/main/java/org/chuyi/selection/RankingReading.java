package org.chuyi.selection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.LeadDepartment;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.Programme;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A contest's rankings, for 教育厅's officers and leader alone: what another asks for is not loaded. */
@Service
@Transactional
public class RankingReading {

    static final int PAGE = 100;

    private final Contests contests;
    private final Rankings rankings;
    private final ScoreForms forms;
    private final LeadDepartment leadDepartment;
    private final OpenTasks tasks;
    private final AuditTrail audit;

    RankingReading(
            Contests contests,
            Rankings rankings,
            ScoreForms forms,
            LeadDepartment leadDepartment,
            OpenTasks tasks,
            AuditTrail audit) {
        this.contests = contests;
        this.rankings = rankings;
        this.forms = forms;
        this.leadDepartment = leadDepartment;
        this.tasks = tasks;
        this.audit = audit;
    }

    /**
     * What is asked for.
     *
     * @param version 0 for the one that counts now
     * @param against the version to compare with; 0 for none
     * @param places what if there were so many places; empty to leave them
     * @param line what if the line were at so many points, in hundredths; empty to leave it
     */
    public record Query(
            int version,
            int against,
            Optional<Integer> places,
            Optional<Integer> line,
            int afterRank,
            String afterNumber) {}

    public record View(
            Contest contest,
            Programme programme,
            Optional<Ranking> ranking,
            List<Ranking> versions,
            int rows,
            int above,
            int alarms,
            int openTies,
            int unscored,
            List<RankingRow> page,
            boolean more,
            Optional<WhatIf> whatIf,
            Optional<InboxTask> task) {}

    /**
     * What another line would change; nothing of it is kept.
     *
     * @param contested who would share a rank across the line
     */
    public record WhatIf(
            Optional<Integer> places,
            Optional<Integer> line,
            int above,
            List<RankingRow> in,
            List<RankingRow> out,
            List<RankingRow> contested) {}

    private Optional<Contest> contest(String key, Actor actor) {
        boolean may = actor.holds(leadDepartment.officers()) || actor.holds(leadDepartment.leaders());
        return may && ContestKey.isKey(key) ? contests.find(ContestKey.of(key)) : Optional.empty();
    }

    @Transactional(readOnly = true)
    public Optional<View> view(String key, Actor actor, Query query) {
        return contest(key, actor).flatMap(contest -> view(contest, actor, query));
    }

    private Optional<View> view(Contest contest, Actor actor, Query query) {
        int version = query.version() == 0 ? contest.rankingVersion() : query.version();
        var ranking = rankings.find(contest.key(), version);
        if (ranking.isEmpty() && query.version() != 0) {
            return Optional.empty();
        }
        var counts = rankings.counts(contest.key(), version);
        List<RankingRow> rows = rankings.page(
                contest.key(), version, query.against(), query.afterRank(), query.afterNumber(), PAGE + 1);
        return Optional.of(new View(
                contest,
                forms.programme(contest.key()),
                ranking,
                rankings.of(contest.key()),
                counts.rows(),
                counts.above(),
                counts.alarms(),
                counts.openTies(),
                counts.unscored(),
                rows.subList(0, Math.min(PAGE, rows.size())),
                rows.size() > PAGE,
                query.places().isPresent() || query.line().isPresent()
                        ? Optional.of(whatIf(contest.key(), version, query))
                        : Optional.empty(),
                tasks.of(contest.key().toString(), ContestProcess.CONFIRM_RANKING).stream()
                        .filter(task -> task.isOfferedTo(actor))
                        .findFirst()));
    }

    private WhatIf whatIf(ContestKey contest, int version, Query query) {
        List<RankingRow> rows = rankings.rows(contest, version, 0);
        CutLine line = query.line()
                .map(points -> CutLine.atPoints(rows, points))
                .orElseGet(() -> CutLine.at(rows, query.places().orElseThrow()));
        return new WhatIf(
                query.places(),
                query.line(),
                line.above().size(),
                rows.stream()
                        .filter(row -> !row.aboveLine() && line.above().contains(row.number()))
                        .toList(),
                rows.stream()
                        .filter(row -> row.aboveLine() && !line.above().contains(row.number()))
                        .toList(),
                rows.stream()
                        .filter(row -> line.contested().contains(row.number()))
                        .toList());
    }

    /** How many rows a version has; 0 where this person may not read it. */
    @Transactional(readOnly = true)
    public int size(String key, Actor actor, int version) {
        return contest(key, actor)
                .map(contest -> rankings.counts(contest.key(), version).rows())
                .orElse(0);
    }

    /** Rows of a version after a place of it; empty where this person may not read it. */
    @Transactional(readOnly = true)
    public Optional<List<RankingRow>> following(
            String key, Actor actor, int version, int afterRank, String afterNumber, int limit) {
        return contest(key, actor)
                .map(contest -> rankings.page(contest.key(), version, 0, afterRank, afterNumber, limit));
    }

    /** The whole of a version, and a line in the record that it has left the system. */
    public record Export(Contest contest, Programme programme, Ranking ranking, List<RankingRow> rows) {}

    public Optional<Export> export(String key, Actor actor, int version, String format) {
        return contest(key, actor)
                .flatMap(contest -> rankings.find(contest.key(), version == 0 ? contest.rankingVersion() : version)
                        .map(ranking -> new Export(
                                contest,
                                forms.programme(contest.key()),
                                ranking,
                                rankings.rows(contest.key(), ranking.version(), 0))))
                .map(export -> {
                    audit.record(AuditEntry.of(
                            "ranking.exported",
                            "contest",
                            key,
                            Map.of("version", export.ranking().version(), "format", format)));
                    return export;
                });
    }
}
