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

/** The stored contests and their entries. */
@Repository
public class Contests {

    private final JdbcClient jdbc;

    Contests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Contest> find(ContestKey key) {
        return jdbc.sql("select * from contest where key = :key")
                .param("key", key.toString())
                .query(Contests::contest)
                .optional();
    }

    public Contest get(ContestKey key) {
        return find(key).orElseThrow();
    }

    /** Waits for whoever changes it at the same time. */
    Contest lock(ContestKey key) {
        return jdbc.sql("select * from contest where key = :key for update")
                .param("key", key.toString())
                .query(Contests::contest)
                .single();
    }

    public List<Contest> of(RoundCode round) {
        return jdbc.sql("select * from contest where round_code = :round order by key")
                .param("round", round.value())
                .query(Contests::contest)
                .list();
    }

    /** In order of number. */
    public List<ContestEntry> entries(ContestKey key) {
        return jdbc.sql("select * from contest_entry where contest_key = :key order by number")
                .param("key", key.toString())
                .query(Contests::entry)
                .list();
    }

    public Optional<ContestEntry> entry(ApplicationNumber number) {
        return jdbc.sql("select * from contest_entry where number = :number")
                .param("number", number.value())
                .query(Contests::entry)
                .optional();
    }

    void add(Contest contest) {
        jdbc.sql("""
                        insert into contest (key, round_code, programme_code, track, places, state, opened_at)
                        values (:key, :round, :programme, :track, :places, :state, :at)""")
                .param("key", contest.key().toString())
                .param("round", contest.key().round().value())
                .param("programme", contest.key().programme().value())
                .param("track", contest.key().track())
                .param("places", contest.places())
                .param("state", contest.state().name())
                .param("at", Timestamp.from(contest.openedAt()))
                .update();
    }

    /** One statement however many. */
    void addEntries(List<ContestEntry> entries) {
        jdbc.sql("""
                        insert into contest_entry (number, contest_key, version, blind_code, designated)
                        select * from unnest(cast(:numbers as text[]), cast(:keys as text[]), cast(:versions as integer[]),
                          cast(:codes as text[]), cast(:designated as boolean[]))""")
                .param(
                        "numbers",
                        entries.stream().map(each -> each.number().value()).toArray(String[]::new))
                .param(
                        "keys",
                        entries.stream().map(each -> each.contest().toString()).toArray(String[]::new))
                .param("versions", entries.stream().map(ContestEntry::version).toArray(Integer[]::new))
                .param("codes", entries.stream().map(ContestEntry::blindCode).toArray(String[]::new))
                .param(
                        "designated",
                        entries.stream().map(ContestEntry::designated).toArray(Boolean[]::new))
                .update();
    }

    void to(ContestKey key, Contest.State state) {
        jdbc.sql("update contest set state = :state where key = :key")
                .param("state", state.name())
                .param("key", key.toString())
                .update();
    }

    void ranked(ContestKey key, int version) {
        jdbc.sql("update contest set ranking_version = :version where key = :key")
                .param("version", version)
                .param("key", key.toString())
                .update();
    }

    void decided(ContestKey key, Instant at) {
        jdbc.sql("update contest set state = 'DECIDED', decided_at = :at where key = :key")
                .param("at", Timestamp.from(at))
                .param("key", key.toString())
                .update();
    }

    private static Contest contest(ResultSet row, int number) throws SQLException {
        return new Contest(
                ContestKey.of(row.getString("key")),
                row.getInt("places"),
                Contest.State.valueOf(row.getString("state")),
                row.getInt("ranking_version"),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("decided_at")).map(Timestamp::toInstant));
    }

    private static ContestEntry entry(ResultSet row, int number) throws SQLException {
        return new ContestEntry(
                new ApplicationNumber(row.getString("number")),
                ContestKey.of(row.getString("contest_key")),
                row.getInt("version"),
                row.getString("blind_code"),
                row.getBoolean("designated"));
    }
}
