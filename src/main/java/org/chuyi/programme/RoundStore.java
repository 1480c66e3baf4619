package org.chuyi.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds' tables. */
@Repository
class RoundStore {

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Round> find(RoundCode code) {
        return jdbc.sql("select * from round where code = ?")
                .param(code.value())
                .query(this::round)
                .optional();
    }

    List<Round> all() {
        return jdbc.sql("select * from round order by opens_on desc, code desc")
                .query(this::round)
                .list();
    }

    /** The number after the year's last, counted under a lock that holds until the transaction ends. */
    int nextNumberOf(int year) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('round'), ?)")
                .param(year)
                .query((row, n) -> n)
                .list();
        return jdbc.sql("select coalesce(max(split_part(code, '-', 2)::int), 0) + 1 from round where code like ?")
                .param(year + "-%")
                .query(Integer.class)
                .single();
    }

    void insert(Round round) {
        jdbc.sql("""
                insert into round (code, version, title_zh, title_en, call_text_zh, call_text_en, opens_on, closes_on, state)
                values (:code, :version, :titleZh, :titleEn, :callTextZh, :callTextEn, :opensOn, :closesOn, :state)""").params(columns(round)).update();
        insertProgrammes(round);
    }

    /** @throws OptimisticLockingFailureException when somebody else has changed the round since it was read */
    void update(Round round) {
        int changed = jdbc.sql("""
                update round set version = version + 1, title_zh = :titleZh, title_en = :titleEn,
                    call_text_zh = :callTextZh, call_text_en = :callTextEn, opens_on = :opensOn, closes_on = :closesOn,
                    state = :state
                where code = :code and version = :version""").params(columns(round)).update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("Round " + round.code() + " was changed in between");
        }
    }

    void replaceProgrammes(Round round) {
        jdbc.sql("delete from city_quota where round_code = ?")
                .param(round.code().value())
                .update();
        jdbc.sql("delete from round_programme where round_code = ?")
                .param(round.code().value())
                .update();
        insertProgrammes(round);
    }

    void insertMove(RoundCode code, Round.WindowMove move) {
        jdbc.sql("""
                insert into round_window_move (round_code, moved_at, moved_from, moved_to, reason)
                values (?, ?, ?, ?, ?)""")
                .params(code.value(), Timestamp.from(move.at()), move.from(), move.to(), move.reason())
                .update();
    }

    private static Map<String, Object> columns(Round round) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("code", round.code().value());
        columns.put("version", round.version());
        columns.put("titleZh", round.title().zh());
        columns.put("titleEn", round.title().en());
        columns.put("callTextZh", round.callText().zh());
        columns.put("callTextEn", round.callText().en());
        columns.put("opensOn", round.window().opensOn());
        columns.put("closesOn", round.window().closesOn());
        columns.put("state", round.state().name());
        return columns;
    }

    private void insertProgrammes(Round round) {
        for (RoundProgramme programme : round.programmes()) {
            var days = programme.workdays();
            jdbc.sql("""
                    insert into round_programme (round_code, programme_code, number, applications_per_school,
                        competitive, school_sign_off_days, city_review_days, formal_check_days, correction_days)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            round.code().value(),
                            programme.programme().value(),
                            programme.number(),
                            programme.applicationsPerSchool(),
                            programme.competitive(),
                            days.schoolSignOff(),
                            days.cityReview(),
                            days.formalCheck(),
                            days.correction())
                    .update();
            programme.cityQuotas().forEach((city, quota) -> jdbc.sql(
                            "insert into city_quota (round_code, programme_code, city_code, quota) values (?, ?, ?, ?)")
                    .params(round.code().value(), programme.programme().value(), city, quota)
                    .update());
        }
    }

    private Round round(ResultSet row, int number) throws SQLException {
        var code = new RoundCode(row.getString("code"));
        var content = new RoundContent(
                new BilingualText(row.getString("title_zh"), row.getString("title_en")),
                new BilingualText(row.getString("call_text_zh"), row.getString("call_text_en")),
                new RoundWindow(
                        row.getObject("opens_on", LocalDate.class), row.getObject("closes_on", LocalDate.class)),
                programmesOf(code));
        return new Round(
                code, row.getInt("version"), content, RoundState.valueOf(row.getString("state")), movesOf(code));
    }

    private List<RoundProgramme> programmesOf(RoundCode code) {
        Map<String, Map<String, Integer>> quotas = new HashMap<>();
        jdbc.sql("select programme_code, city_code, quota from city_quota where round_code = ?")
                .param(code.value())
                .query(row -> {
                    quotas.computeIfAbsent(row.getString(1), programme -> new HashMap<>())
                            .put(row.getString(2), row.getInt(3));
                });
        return jdbc.sql("select * from round_programme where round_code = ? order by programme_code")
                .param(code.value())
                .query((row, n) -> new RoundProgramme(
                        new ProgrammeCode(row.getString("programme_code")),
                        row.getInt("number"),
                        row.getInt("applications_per_school"),
                        row.getBoolean("competitive"),
                        quotas.getOrDefault(row.getString("programme_code"), Map.of()),
                        new StepWorkdays(
                                row.getInt("school_sign_off_days"),
                                row.getInt("city_review_days"),
                                row.getInt("formal_check_days"),
                                row.getInt("correction_days"))))
                .list();
    }

    private List<Round.WindowMove> movesOf(RoundCode code) {
        return jdbc.sql("select * from round_window_move where round_code = ? order by moved_at")
                .param(code.value())
                .query((row, n) -> new Round.WindowMove(
                        row.getTimestamp("moved_at").toInstant(),
                        row.getObject("moved_from", LocalDate.class),
                        row.getObject("moved_to", LocalDate.class),
                        row.getString("reason")))
                .list();
    }
}
