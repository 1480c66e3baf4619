package org.chuyi.selection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The stored score sheets. An expert's are those of the seats that she has taken: whatever else there is, is not loaded.
 * The sheet of an application that has left the contest counts as closed from that moment on.
 */
@Repository
class ScoreSheets {

    private static final String SHEETS = """
            select s.id, s.contest_key, s.seat_id, s.number, s.answers, s.total, s.round_no, s.revision, s.saved_at,
              s.submitted_at, e.version, e.blind_code,
              case when s.state = 'OPEN' and a.status <> 'SELECTION' then 'CLOSED' else s.state end as state
            from score_sheet s
            join contest_entry e on e.number = s.number
            join project_application a on a.number = s.number
            join expert_seat t on t.id = s.seat_id
            """;

    private static final String HERS = " t.account_id = :expert and t.state = 'ACCEPTED' ";

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ScoreSheets(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The sheet, if it is this expert's. */
    Optional<ScoreSheet> find(long id, AccountId expert) {
        return jdbc.sql(SHEETS + "where s.id = :id and" + HERS)
                .param("id", id)
                .param("expert", expert.value())
                .query(this::sheet)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<ScoreSheet> lock(long id, AccountId expert) {
        return jdbc.sql(SHEETS + "where s.id = :id and" + HERS + "for update of s")
                .param("id", id)
                .param("expert", expert.value())
                .query(this::sheet)
                .optional();
    }

    /** All of an expert's in a contest, in the order of their codes, which says nothing about them. */
    List<ScoreSheet> of(ContestKey contest, AccountId expert) {
        return jdbc.sql(SHEETS + "where s.contest_key = :contest and" + HERS + "order by e.blind_code")
                .param("contest", contest.toString())
                .param("expert", expert.value())
                .query(this::sheet)
                .list();
    }

    /** The contests in which an expert has a seat, those that began last first. */
    List<ContestKey> contestsOf(AccountId expert) {
        return jdbc.sql("""
                        select c.key from contest c
                        where exists (select 1 from expert_seat t join score_sheet s on s.seat_id = t.id
                          where t.contest_key = c.key and t.account_id = :expert and t.state = 'ACCEPTED')
                        order by c.opened_at desc, c.key""")
                .param("expert", expert.value())
                .query((row, n) -> ContestKey.of(row.getString("key")))
                .list();
    }

    /** The schools that compete, each once. */
    List<OrganisationId> schools(ContestKey contest) {
        return jdbc.sql("""
                        select distinct a.organisation_id from contest_entry e
                        join project_application a on a.number = e.number where e.contest_key = :contest""")
                .param("contest", contest.toString())
                .query((row, n) -> new OrganisationId(row.getLong(1)))
                .list();
    }

    /** What a seat still has to score. */
    List<ScoreSheet> openOf(long seat) {
        return jdbc.sql(SHEETS + "where s.seat_id = :seat and s.state = 'OPEN' and a.status = 'SELECTION'"
                        + " order by e.blind_code")
                .param("seat", seat)
                .query(this::sheet)
                .list();
    }

    /** Where the contest stands; it cannot move on before the transaction ends. */
    Contest.State stateOf(ContestKey contest) {
        return jdbc.sql("select state from contest where key = :contest for share")
                .param("contest", contest.toString())
                .query((row, n) -> Contest.State.valueOf(row.getString("state")))
                .single();
    }

    /** @return whether nobody had saved since that revision */
    boolean save(ScoreSheet sheet, int revision, Map<String, Object> answers, Instant at) {
        return jdbc.sql("""
                                update score_sheet set answers = :answers::jsonb, revision = revision + 1, saved_at = :at
                                where id = :id and revision = :revision and state = 'OPEN'""")
                        .param("answers", write(answers))
                        .param("at", Timestamp.from(at))
                        .param("id", sheet.id())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    boolean submit(ScoreSheet sheet, int revision, Map<String, Object> answers, int total, Instant at) {
        return jdbc.sql("""
                                update score_sheet set answers = :answers::jsonb, total = :total, state = 'SUBMITTED',
                                  revision = revision + 1, saved_at = :at, submitted_at = :at
                                where id = :id and revision = :revision and state = 'OPEN'""")
                        .param("answers", write(answers))
                        .param("total", total)
                        .param("at", Timestamp.from(at))
                        .param("id", sheet.id())
                        .param("revision", revision)
                        .update()
                == 1;
    }

    /** Closes for good what need not be scored any more. */
    void closeWithdrawn(ContestKey contest) {
        jdbc.sql("""
                        update score_sheet s set state = 'CLOSED' from project_application a
                        where s.contest_key = :contest and s.state = 'OPEN' and a.number = s.number
                          and a.status <> 'SELECTION'""").param("contest", contest.toString()).update();
    }

    /** Locks every sheet of a contest that is not closed; returns how many were. */
    int lockAll(ContestKey contest) {
        return jdbc.sql("""
                        update score_sheet set state = 'LOCKED'
                        where contest_key = :contest and state in ('OPEN', 'SUBMITTED')""").param("contest", contest.toString()).update();
    }

    /** Sheets of one application in a contest, with the position of their seats; only what was submitted. */
    List<Long> scoredSheets(ContestKey contest, ApplicationNumber number, Optional<Integer> position) {
        return jdbc.sql("""
                        select s.id from score_sheet s
                        join expert_seat t on t.id = s.seat_id
                        join project_application a on a.number = s.number and a.status = 'SELECTION'
                        where s.contest_key = :contest and s.number = :number and s.state in ('SUBMITTED', 'LOCKED')
                          and s.total is not null and (:all or t.position = :position)
                        order by t.position""")
                .param("contest", contest.toString())
                .param("number", number.value())
                .param("all", position.isEmpty())
                .param("position", position.orElse(0))
                .query(Long.class)
                .list();
    }

    long addRescoring(ContestKey contest, Rescoring.Step step, String reason, AccountId by, Instant at) {
        return jdbc.sql("""
                        insert into rescoring (contest_key, step, reason, asked_by, asked_at)
                        values (:contest, :step, :reason, :by, :at) returning id""")
                .param("contest", contest.toString())
                .param("step", step.name())
                .param("reason", reason)
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    /** Keeps what these sheets said, and opens them for the next round with the same answers. */
    void reopen(Collection<Long> sheets, long rescoring) {
        jdbc.sql("""
                        insert into score_sheet_round (sheet_id, round_no, answers, total, submitted_at, rescoring_id)
                        select id, round_no, answers, total, submitted_at, :rescoring from score_sheet
                        where id in (:sheets)""").param("rescoring", rescoring).param("sheets", sheets).update();
        jdbc.sql("""
                        update score_sheet set state = 'OPEN', round_no = round_no + 1, total = null,
                          submitted_at = null, revision = revision + 1
                        where id in (:sheets)""").param("sheets", sheets).update();
    }

    /** The experts of these sheets. */
    List<AccountId> expertsOf(Collection<Long> sheets) {
        return jdbc.sql("""
                        select distinct t.account_id from score_sheet s join expert_seat t on t.id = s.seat_id
                        where s.id in (:sheets) and t.account_id is not null""")
                .param("sheets", sheets)
                .query((row, n) -> new AccountId(row.getLong(1)))
                .list();
    }

    /** A round before the present one, the latest first. */
    record EarlierRound(int round, int total, Instant submittedAt, String reason) {}

    List<EarlierRound> earlierRounds(long sheet) {
        return jdbc.sql("""
                        select h.round_no, h.total, h.submitted_at, r.reason
                        from score_sheet_round h join rescoring r on r.id = h.rescoring_id
                        where h.sheet_id = :sheet order by h.round_no desc""")
                .param("sheet", sheet)
                .query((row, n) -> new EarlierRound(
                        row.getInt("round_no"),
                        row.getInt("total"),
                        row.getTimestamp("submitted_at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    private String write(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Answers that are not JSON", e);
        }
    }

    private Map<String, Object> read(String answers) {
        try {
            return json.readValue(answers, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored answers that are not JSON", e);
        }
    }

    private ScoreSheet sheet(ResultSet row, int n) throws SQLException {
        return new ScoreSheet(
                row.getLong("id"),
                ContestKey.of(row.getString("contest_key")),
                row.getLong("seat_id"),
                new ApplicationNumber(row.getString("number")),
                row.getInt("version"),
                row.getString("blind_code"),
                ScoreSheet.State.valueOf(row.getString("state")),
                read(row.getString("answers")),
                Optional.ofNullable(row.getObject("total", Integer.class)),
                row.getInt("round_no"),
                row.getInt("revision"),
                Optional.ofNullable(row.getTimestamp("saved_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("submitted_at")).map(Timestamp::toInstant));
    }
}
