package org.chuyi.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored rankings and their rows. A statement or two, however many rows. */
@Repository
class Rankings {

    private static final String ROWS = """
            select r.*, e.blind_code, e.designated, o.name as school, a.city_code,
              b.rank as before_rank, b.points as before_points, b.above_line as before_above
            from ranking_row r
            join contest_entry e on e.number = r.number
            join project_application a on a.number = r.number
            join organisation o on o.id = a.organisation_id
            left join ranking_row b on b.contest_key = r.contest_key and b.version = :against and b.number = r.number
            where r.contest_key = :contest and r.version = :version
            """;

    private final JdbcClient jdbc;

    Rankings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An application with what its experts gave it, in the order of their seats. */
    record Scored(ApplicationNumber number, boolean designated, List<Integer> scores) {}

    /**
     * All that are still in the contest: whoever has withdrawn is not ranked. Each application's sheets are looked up by
     * the index: a join would go through all sheets for each while the database has not yet counted the new ones.
     */
    List<Scored> scored(ContestKey contest) {
        return jdbc.sql("""
                        select e.number, e.designated,
                          array(select s.total from score_sheet s join expert_seat t on t.id = s.seat_id
                            where s.contest_key = e.contest_key and s.number = e.number
                              and s.state in ('SUBMITTED', 'LOCKED') and s.total is not null
                            order by t.position) as scores
                        from contest_entry e
                        join project_application a on a.number = e.number and a.status = 'SELECTION'
                        where e.contest_key = :contest order by e.number""")
                .param("contest", contest.toString())
                .query((row, n) -> new Scored(
                        new ApplicationNumber(row.getString("number")),
                        row.getBoolean("designated"),
                        integers(row, "scores")))
                .list();
    }

    void add(Ranking ranking, List<RankingOrder.Ranked> rows) {
        jdbc.sql("""
                        insert into ranking (contest_key, version, rule_version, places, computed_at)
                        values (:contest, :version, :rule, :places, :at)""")
                .param("contest", ranking.contest().toString())
                .param("version", ranking.version())
                .param("rule", ranking.ruleVersion())
                .param("places", ranking.places())
                .param("at", Timestamp.from(ranking.computedAt()))
                .update();
        jdbc.sql("""
                        insert into ranking_row (contest_key, version, number, rank, points, median, spread, scores,
                          dropped, alarm, above_line, tie_break, method)
                        select :contest, :version, n, r, p, m, s, cast(sc as integer[]), cast(d as integer[]), al, ab, t, me
                        from unnest(cast(:numbers as text[]), cast(:ranks as integer[]), cast(:points as integer[]),
                          cast(:medians as integer[]), cast(:spreads as integer[]), cast(:scores as text[]),
                          cast(:dropped as text[]), cast(:alarms as boolean[]), cast(:above as boolean[]),
                          cast(:tieBreaks as text[]), cast(:methods as text[]))
                          as row (n, r, p, m, s, sc, d, al, ab, t, me)""")
                .param("contest", ranking.contest().toString())
                .param("version", ranking.version())
                .param("numbers", column(rows, row -> row.number().value(), String[]::new))
                .param("ranks", column(rows, RankingOrder.Ranked::rank, Integer[]::new))
                .param("points", column(rows, RankingOrder.Ranked::points, Integer[]::new))
                .param(
                        "medians",
                        column(rows, row -> row.candidate().aggregate().median(), Integer[]::new))
                .param(
                        "spreads",
                        column(rows, row -> row.candidate().aggregate().spread(), Integer[]::new))
                .param(
                        "scores",
                        column(rows, row -> array(row.candidate().aggregate().scores()), String[]::new))
                .param(
                        "dropped",
                        column(rows, row -> array(row.candidate().aggregate().dropped()), String[]::new))
                .param("alarms", column(rows, row -> row.candidate().aggregate().alarm(), Boolean[]::new))
                .param("above", column(rows, RankingOrder.Ranked::aboveLine, Boolean[]::new))
                .param("tieBreaks", column(rows, row -> row.tieBreak().stored(), String[]::new))
                .param(
                        "methods",
                        column(rows, row -> row.candidate().aggregate().method().name(), String[]::new))
                .update();
    }

    private static <T> T[] column(
            List<RankingOrder.Ranked> rows,
            Function<RankingOrder.Ranked, T> value,
            java.util.function.IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static String array(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }

    Optional<Ranking> find(ContestKey contest, int version) {
        return jdbc.sql("select * from ranking where contest_key = :contest and version = :version")
                .param("contest", contest.toString())
                .param("version", version)
                .query(Rankings::ranking)
                .optional();
    }

    /** The newest first. */
    List<Ranking> of(ContestKey contest) {
        return jdbc.sql("select * from ranking where contest_key = :contest order by version desc")
                .param("contest", contest.toString())
                .query(Rankings::ranking)
                .list();
    }

    void confirm(ContestKey contest, int version, Actor by, Instant at, String opinion) {
        jdbc.sql("""
                        update ranking set confirmed_by = :by, confirmed_by_name = :name, confirmed_at = :at,
                          opinion = :opinion
                        where contest_key = :contest and version = :version""")
                .param("by", by.account().value())
                .param("name", by.name())
                .param("at", Timestamp.from(at))
                .param("opinion", opinion)
                .param("contest", contest.toString())
                .param("version", version)
                .update();
    }

    /** All rows in order; @param against the version to compare with, 0 for none. */
    List<RankingRow> rows(ContestKey contest, int version, int against) {
        return jdbc.sql(ROWS + "order by r.rank, r.number")
                .param("contest", contest.toString())
                .param("version", version)
                .param("against", against)
                .query(Rankings::row)
                .list();
    }

    /** A page of them, from behind this row on. */
    List<RankingRow> page(ContestKey contest, int version, int against, int afterRank, String afterNumber, int size) {
        return jdbc.sql(ROWS + "and (r.rank, r.number) > (:rank, :number) order by r.rank, r.number limit :size")
                .param("contest", contest.toString())
                .param("version", version)
                .param("against", against)
                .param("rank", afterRank)
                .param("number", afterNumber)
                .param("size", size)
                .query(Rankings::row)
                .list();
    }

    /** What the top of the page counts. */
    record Counts(int rows, int above, int alarms, int openTies, int unscored, int highest) {}

    Counts counts(ContestKey contest, int version) {
        return jdbc.sql("""
                        select count(*) as rows, count(*) filter (where above_line) as above,
                          count(*) filter (where alarm) as alarms, count(*) filter (where tie_break = 'OPEN') as open,
                          count(*) filter (where method = 'NONE') as unscored, coalesce(max(points), 0) as highest
                        from ranking_row where contest_key = :contest and version = :version""")
                .param("contest", contest.toString())
                .param("version", version)
                .query((row, n) -> new Counts(
                        row.getInt("rows"),
                        row.getInt("above"),
                        row.getInt("alarms"),
                        row.getInt("open"),
                        row.getInt("unscored"),
                        row.getInt("highest")))
                .single();
    }

    void decideTie(ContestKey contest, List<ApplicationNumber> order, String reason, Actor by, Instant at) {
        jdbc.sql("""
                        insert into tie_decision (contest_key, numbers, reason, decided_by, decided_at)
                        values (:contest, cast(:numbers as text[]), :reason, :by, :at)""")
                .param("contest", contest.toString())
                .param("numbers", order.stream().map(ApplicationNumber::value).toArray(String[]::new))
                .param("reason", reason)
                .param("by", by.account().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The orders that officers have decided, the latest first. */
    List<List<ApplicationNumber>> tieDecisions(ContestKey contest) {
        return jdbc.sql("select numbers from tie_decision where contest_key = :contest order by id desc")
                .param("contest", contest.toString())
                .query((row, n) -> Arrays.stream(
                                (String[]) row.getArray("numbers").getArray())
                        .map(ApplicationNumber::new)
                        .toList())
                .list();
    }

    private static Ranking ranking(ResultSet row, int n) throws SQLException {
        return new Ranking(
                ContestKey.of(row.getString("contest_key")),
                row.getInt("version"),
                row.getString("rule_version"),
                row.getInt("places"),
                row.getTimestamp("computed_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("confirmed_at")).map(Timestamp::toInstant),
                row.getString("confirmed_by_name"),
                row.getString("opinion"));
    }

    private static RankingRow row(ResultSet row, int n) throws SQLException {
        Integer beforeRank = row.getObject("before_rank", Integer.class);
        return new RankingRow(
                new ApplicationNumber(row.getString("number")),
                row.getString("school"),
                row.getString("city_code"),
                row.getString("blind_code"),
                row.getBoolean("designated"),
                row.getInt("rank"),
                new Aggregate(
                        integers(row, "scores"),
                        integers(row, "dropped"),
                        AggregationMethod.valueOf(row.getString("method")),
                        row.getInt("points"),
                        row.getInt("median"),
                        row.getInt("spread"),
                        row.getBoolean("alarm")),
                row.getBoolean("above_line"),
                TieBreak.of(row.getString("tie_break")),
                beforeRank == null
                        ? null
                        : new RankingRow.Before(
                                beforeRank, row.getInt("before_points"), row.getBoolean("before_above")));
    }

    private static List<Integer> integers(ResultSet row, String column) throws SQLException {
        return List.of((Integer[]) row.getArray(column).getArray());
    }
}
