package org.chuyi.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.programme.RoundCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored results. Nobody but those who run the round may see them before the publicity; the caller checks. */
@Repository
public class ContestResults {

    private final JdbcClient jdbc;

    ContestResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In order of rank. */
    public List<ContestResult> of(ContestKey contest) {
        return jdbc.sql("select * from contest_result where contest_key = :contest order by rank")
                .param("contest", contest.toString())
                .query(ContestResults::result)
                .list();
    }

    /** Those of all contests of a round, by contest and rank. */
    public List<ContestResult> of(RoundCode round) {
        return jdbc.sql("""
                        select r.* from contest_result r join contest c on c.key = r.contest_key
                        where c.round_code = :round order by r.contest_key, r.rank""")
                .param("round", round.value())
                .query(ContestResults::result)
                .list();
    }

    /** The city of the applicant; empty when it is in no contest. */
    public Optional<String> cityOf(ApplicationNumber number) {
        return jdbc.sql("""
                        select a.city_code from contest_result r join project_application a on a.number = r.number
                        where r.number = :number""").param("number", number.value()).query(String.class).optional();
    }

    /** An upheld objection changes one line. */
    public void correct(ApplicationNumber number, boolean selected, String reason) {
        jdbc.sql("""
                        update contest_result set selected = :selected, ground = 'OBJECTION', reason = :reason
                        where number = :number""")
                .param("selected", selected)
                .param("reason", reason)
                .param("number", number.value())
                .update();
    }

    /** The ranking, with the leader's exceptions, in one statement; the last decision counts. */
    void decide(Contest contest, List<FinalDecision.Exception> exceptions, Instant at) {
        jdbc.sql("""
                        insert into contest_result (number, contest_key, rank, points, selected, ground, reason, decided_at)
                        select r.number, r.contest_key, r.rank, r.points,
                          a.status = 'SELECTION' and coalesce(x.selected, r.above_line),
                          case when a.status <> 'SELECTION' then 'WITHDRAWN'
                               when x.number is not null then 'EXCEPTION'
                               when r.above_line and e.designated then 'DESIGNATED'
                               when r.above_line then 'RANK' else 'BELOW_LINE' end,
                          coalesce(x.reason, ''), :at
                        from ranking_row r
                          join contest_entry e on e.number = r.number
                          join project_application a on a.number = r.number
                          left join unnest(cast(:numbers as text[]), cast(:selected as boolean[]), cast(:reasons as text[]))
                            as x (number, selected, reason) on x.number = r.number
                        where r.contest_key = :contest and r.version = :version
                        on conflict (number) do update set rank = excluded.rank, points = excluded.points,
                          selected = excluded.selected, ground = excluded.ground, reason = excluded.reason,
                          decided_at = excluded.decided_at""")
                .param("at", Timestamp.from(at))
                .param(
                        "numbers",
                        exceptions.stream().map(FinalDecision.Exception::number).toArray(String[]::new))
                .param(
                        "selected",
                        exceptions.stream()
                                .map(FinalDecision.Exception::selected)
                                .toArray(Boolean[]::new))
                .param(
                        "reasons",
                        exceptions.stream().map(FinalDecision.Exception::reason).toArray(String[]::new))
                .param("contest", contest.key().toString())
                .param("version", contest.rankingVersion())
                .update();
    }

    private static ContestResult result(ResultSet row, int number) throws SQLException {
        return new ContestResult(
                new ApplicationNumber(row.getString("number")),
                ContestKey.of(row.getString("contest_key")),
                row.getInt("rank"),
                row.getInt("points"),
                row.getBoolean("selected"),
                ContestResult.Ground.valueOf(row.getString("ground")),
                row.getString("reason"));
    }
}
