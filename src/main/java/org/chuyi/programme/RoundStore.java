package org.chuyi.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chuyi.database.OncePerTransaction;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds' tables. */
@Repository
class RoundStore {

    private final JdbcClient jdbc;

    /** Every step of every application asks for its round, which is hardly ever written. */
    private final Map<RoundCode, Written> known = new ConcurrentHashMap<>();

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param as the row's version in the database; no part of a round is written without its row */
    private record Written(String as, Round round) {}

    private record ReadRound(RoundCode code) {}

    /** For reading, not for a change: one statement for a transaction, as long as nobody has written to the round. */
    Optional<Round> read(RoundCode code) {
        return OncePerTransaction.read(new ReadRound(code), read -> asStored(read.code()));
    }

    private Optional<Round> asStored(RoundCode code) {
        return jdbc.sql("select xmin::text || ctid::text from round where code = ?")
                .param(code.value())
                .query(String.class)
                .optional()
                .map(version -> asWritten(code, version));
    }

    /** Its parts are written after its row, which then is as new as before. */
    private void changed(RoundCode code) {
        OncePerTransaction.forget(new ReadRound(code));
        known.remove(code);
    }

    private Round asWritten(RoundCode code, String version) {
        Written kept = known.get(code);
        if (kept == null || !kept.as().equals(version)) {
            kept = new Written(version, find(code).orElseThrow());
            known.put(code, kept);
        }
        return kept.round();
    }

    Optional<Round> find(RoundCode code) {
        return read(jdbc.sql("select * from round where code = ?").param(code.value())).stream()
                .findFirst();
    }

    List<Round> all() {
        return read(jdbc.sql("select * from round order by opens_on desc, code desc"));
    }

    /** Of all but drafts, the newest first; without what belongs to the rounds. */
    Map<RoundCode, BilingualText> publishedTitles() {
        Map<RoundCode, BilingualText> titles = new LinkedHashMap<>();
        jdbc.sql("select code, title_zh, title_en from round where state <> 'DRAFT' order by opens_on desc, code desc")
                .query(row -> {
                    titles.put(new RoundCode(row.getString("code")), title(row));
                });
        return titles;
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
        changed(round.code());
        jdbc.sql("""
                insert into round (code, version, title_zh, title_en, call_text_zh, call_text_en, opens_on, closes_on, state)
                values (:code, :version, :titleZh, :titleEn, :callTextZh, :callTextEn, :opensOn, :closesOn, :state)""").params(columns(round)).update();
        insertProgrammes(round);
        writeSelectionDays(round);
    }

    /** @throws OptimisticLockingFailureException when somebody else has changed the round since it was read */
    void update(Round round) {
        changed(round.code());
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
        changed(round.code());
        jdbc.sql("delete from city_quota where round_code = ?")
                .param(round.code().value())
                .update();
        jdbc.sql("delete from round_programme where round_code = ?")
                .param(round.code().value())
                .update();
        insertProgrammes(round);
    }

    /** All steps in one statement. */
    void writeSelectionDays(Round round) {
        changed(round.code());
        var days = round.selectionWorkdays().days();
        jdbc.sql("""
                insert into round_selection_days (round_code, step, workdays)
                select :round, step, workdays
                from unnest(cast(:steps as text[]), cast(:days as integer[])) d(step, workdays)
                on conflict (round_code, step) do update set workdays = excluded.workdays""")
                .param("round", round.code().value())
                .param("steps", days.keySet().stream().map(Enum::name).toArray(String[]::new))
                .param("days", days.values().toArray(Integer[]::new))
                .update();
    }

    int selectionDays(RoundCode round, SelectionStep step) {
        return jdbc.sql("select workdays from round_selection_days where round_code = ? and step = ?")
                .params(round.value(), step.name())
                .query(Integer.class)
                .optional()
                .orElseGet(step::byDefault);
    }

    void insertMove(RoundCode code, Round.WindowMove move) {
        changed(code);
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

    /** Five statements for however many rounds. */
    private List<Round> read(JdbcClient.StatementSpec rounds) {
        var rows = rounds.query(RoundStore::withoutParts).list();
        if (rows.isEmpty()) {
            return List.of();
        }
        var codes = rows.stream().map(round -> round.code().value()).toList();
        var programmes = programmesOf(codes);
        var moves = movesOf(codes);
        var days = selectionDaysOf(codes);
        return rows.stream()
                .map(round -> new Round(
                        round.code(),
                        round.version(),
                        new RoundContent(
                                round.title(),
                                round.callText(),
                                round.window(),
                                programmes.getOrDefault(round.code().value(), List.of()),
                                new SelectionWorkdays(
                                        days.getOrDefault(round.code().value(), Map.of()))),
                        round.state(),
                        moves.getOrDefault(round.code().value(), List.of())))
                .toList();
    }

    private static Round withoutParts(ResultSet row, int number) throws SQLException {
        var content = new RoundContent(
                title(row),
                new BilingualText(row.getString("call_text_zh"), row.getString("call_text_en")),
                new RoundWindow(
                        row.getObject("opens_on", LocalDate.class), row.getObject("closes_on", LocalDate.class)),
                List.of());
        return new Round(
                new RoundCode(row.getString("code")),
                row.getInt("version"),
                content,
                RoundState.valueOf(row.getString("state")),
                List.of());
    }

    private static BilingualText title(ResultSet row) throws SQLException {
        return new BilingualText(row.getString("title_zh"), row.getString("title_en"));
    }

    private record OfProgramme(String round, String programme) {}

    private Map<String, List<RoundProgramme>> programmesOf(List<String> codes) {
        Map<OfProgramme, Map<String, Integer>> quotas = new HashMap<>();
        jdbc.sql("select round_code, programme_code, city_code, quota from city_quota where round_code in (:codes)")
                .param("codes", codes)
                .query(row -> {
                    quotas.computeIfAbsent(
                                    new OfProgramme(row.getString(1), row.getString(2)), programme -> new HashMap<>())
                            .put(row.getString(3), row.getInt(4));
                });
        Map<String, List<RoundProgramme>> programmes = new HashMap<>();
        jdbc.sql("select * from round_programme where round_code in (:codes) order by programme_code")
                .param("codes", codes)
                .query(row -> {
                    var key = new OfProgramme(row.getString("round_code"), row.getString("programme_code"));
                    programmes
                            .computeIfAbsent(key.round(), code -> new ArrayList<>())
                            .add(programme(row, quotas.getOrDefault(key, Map.of())));
                });
        return programmes;
    }

    private static RoundProgramme programme(ResultSet row, Map<String, Integer> quotas) throws SQLException {
        return new RoundProgramme(
                new ProgrammeCode(row.getString("programme_code")),
                row.getInt("number"),
                row.getInt("applications_per_school"),
                row.getBoolean("competitive"),
                quotas,
                new StepWorkdays(
                        row.getInt("school_sign_off_days"),
                        row.getInt("city_review_days"),
                        row.getInt("formal_check_days"),
                        row.getInt("correction_days")));
    }

    private Map<String, Map<SelectionStep, Integer>> selectionDaysOf(List<String> codes) {
        Map<String, Map<SelectionStep, Integer>> days = new HashMap<>();
        jdbc.sql("select round_code, step, workdays from round_selection_days where round_code in (:codes)")
                .param("codes", codes)
                .query(row -> {
                    days.computeIfAbsent(row.getString(1), code -> new EnumMap<>(SelectionStep.class))
                            .put(SelectionStep.valueOf(row.getString(2)), row.getInt(3));
                });
        return days;
    }

    private Map<String, List<Round.WindowMove>> movesOf(List<String> codes) {
        Map<String, List<Round.WindowMove>> moves = new HashMap<>();
        jdbc.sql("select * from round_window_move where round_code in (:codes) order by moved_at")
                .param("codes", codes)
                .query(row -> {
                    moves.computeIfAbsent(row.getString("round_code"), code -> new ArrayList<>())
                            .add(new Round.WindowMove(
                                    row.getTimestamp("moved_at").toInstant(),
                                    row.getObject("moved_from", LocalDate.class),
                                    row.getObject("moved_to", LocalDate.class),
                                    row.getString("reason")));
                });
        return moves;
    }
}
