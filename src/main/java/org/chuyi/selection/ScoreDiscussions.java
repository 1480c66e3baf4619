package org.chuyi.selection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.chuyi.organisation.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored discussions, and what a panel sees of its own scores. */
@Repository
class ScoreDiscussions {

    private static final int PAGE = 50;

    private static final String SCORED = """
            from score_sheet s
            join expert_seat t on t.id = s.seat_id
            join contest_entry e on e.number = s.number
            join project_application a on a.number = s.number and a.status = 'SELECTION'
            where s.contest_key = :contest and s.total is not null
            group by e.number, e.blind_code
            """;

    private final JdbcClient jdbc;

    ScoreDiscussions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isOpen(ContestKey contest) {
        return jdbc.sql(
                        "select exists (select 1 from score_discussion where contest_key = :contest and closed_at is null)")
                .param("contest", contest.toString())
                .query(Boolean.class)
                .single();
    }

    /** @return false when it was open already */
    boolean open(ContestKey contest, AccountId by, Instant at) {
        return jdbc.sql("""
                                insert into score_discussion (contest_key, opened_by, opened_at)
                                values (:contest, :by, :at)
                                on conflict (contest_key) where closed_at is null do nothing""")
                        .param("contest", contest.toString())
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    void close(ContestKey contest, Instant at) {
        jdbc.sql("update score_discussion set closed_at = :at where contest_key = :contest and closed_at is null")
                .param("at", Timestamp.from(at))
                .param("contest", contest.toString())
                .update();
    }

    void report(ContestKey contest, String outcome, String summary, AccountId by, Instant at) {
        jdbc.sql("""
                        insert into score_report (contest_key, outcome, summary, written_by, written_at)
                        values (:contest, :outcome, :summary, :by, :at)""")
                .param("contest", contest.toString())
                .param("outcome", outcome)
                .param("summary", summary)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** How far apart the experts are about an application, and nothing of what each of them gave. */
    record Spread(String number, String code, int scores, int spread) {}

    /** The widest apart first. @param afterSpread from behind this one on; -1 for the first page */
    List<Spread> spreads(ContestKey contest, int afterSpread, String afterCode) {
        return jdbc.sql("select * from (select e.number, e.blind_code, count(*) as scores,"
                        + " max(s.total) - min(s.total) as spread " + SCORED + ") x "
                        + "where :first or x.spread < :spread or (x.spread = :spread and x.blind_code > :code) "
                        + "order by x.spread desc, x.blind_code limit " + (PAGE + 1))
                .param("contest", contest.toString())
                .param("first", afterSpread < 0)
                .param("spread", afterSpread)
                .param("code", afterCode)
                .query((row, n) -> new Spread(
                        row.getString("number"),
                        row.getString("blind_code"),
                        row.getInt("scores"),
                        row.getInt("spread")))
                .list();
    }

    /** What each seat gave, by position. */
    record Scores(String number, String code, List<Integer> positions, List<Integer> totals, int spread) {}

    /** The same with the scores: only while the discussion is open. */
    List<Scores> scores(ContestKey contest, int afterSpread, String afterCode) {
        return jdbc.sql(
                        "select * from (select e.number, e.blind_code, array_agg(t.position order by t.position) as positions,"
                                + " array_agg(s.total order by t.position) as totals, max(s.total) - min(s.total) as spread "
                                + SCORED + ") x "
                                + "where exists (select 1 from score_discussion d where d.contest_key = :contest and d.closed_at is null)"
                                + " and (:first or x.spread < :spread or (x.spread = :spread and x.blind_code > :code)) "
                                + "order by x.spread desc, x.blind_code limit " + (PAGE + 1))
                .param("contest", contest.toString())
                .param("first", afterSpread < 0)
                .param("spread", afterSpread)
                .param("code", afterCode)
                .query(ScoreDiscussions::scores)
                .list();
    }

    private static Scores scores(ResultSet row, int n) throws SQLException {
        return new Scores(
                row.getString("number"),
                row.getString("blind_code"),
                List.of((Integer[]) row.getArray("positions").getArray()),
                List.of((Integer[]) row.getArray("totals").getArray()),
                row.getInt("spread"));
    }

    /** What the others of the panel say of one application: only while the discussion is open. */
    record Voice(int position, int total, String opinion, String comment) {}

    List<Voice> others(ScoreSheet sheet) {
        return jdbc.sql("""
                        select t.position, s.total, s.answers ->> 'opinion' as opinion, s.answers ->> 'comment' as comment
                        from score_sheet s join expert_seat t on t.id = s.seat_id
                        where s.contest_key = :contest and s.number = :number and s.id <> :id and s.total is not null
                          and exists (select 1 from score_discussion d
                            where d.contest_key = s.contest_key and d.closed_at is null)
                        order by t.position""")
                .param("contest", sheet.contest().toString())
                .param("number", sheet.number().value())
                .param("id", sheet.id())
                .query((row, n) -> new Voice(
                        row.getInt("position"),
                        row.getInt("total"),
                        row.getString("opinion"),
                        row.getString("comment")))
                .list();
    }
}
