package org.chuyi.publicity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.RoundCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored objections. */
@Repository
class Objections {

    private static final TypeReference<List<Objection.Correction>> CORRECTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    Objections(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Objection> find(String key) {
        return jdbc.sql("select * from objection where key = :key")
                .param("key", key)
                .query(this::objection)
                .optional();
    }

    Optional<Objection> byReceipt(String receiptHash) {
        return jdbc.sql("select * from objection where receipt_hash = :hash")
                .param("hash", receiptHash)
                .query(this::objection)
                .optional();
    }

    /** The newest first. */
    List<Objection> of(RoundCode round) {
        return jdbc.sql("select * from objection where round_code = :round order by running_number desc")
                .param("round", round.value())
                .query(this::objection)
                .list();
    }

    long open(RoundCode round) {
        return jdbc.sql("""
                        select count(*) from objection
                        where round_code = :round and state in ('RAISED', 'INVESTIGATION', 'ANSWERING')""").param("round", round.value()).query(Long.class).single();
    }

    /** The caller holds the list's lock, so that two get two numbers. */
    int nextNumber(RoundCode round) {
        return jdbc.sql("select coalesce(max(running_number), 0) + 1 from objection where round_code = :round")
                .param("round", round.value())
                .query(Integer.class)
                .single();
    }

    void add(Objection objection, int number, String receiptHash) {
        jdbc.sql("""
                        insert into objection (key, round_code, list_version, running_number, kind, about, grounds,
                          objector, file_sha256, file_name, receipt_hash, state, raised_at)
                        values (:key, :round, :version, :number, :kind, :about, :grounds, :objector, :hash, :name,
                          :receipt, :state, :at)""")
                .param("key", objection.key())
                .param("round", objection.round().value())
                .param("version", objection.listVersion())
                .param("number", number)
                .param("kind", objection.kind().name())
                .param("about", objection.about())
                .param("grounds", objection.grounds())
                .param("objector", objection.objector())
                .param(
                        "hash",
                        objection.file().map(Objection.StampedFile::sha256).orElse(null))
                .param("name", objection.file().map(Objection.StampedFile::name).orElse(null))
                .param("receipt", receiptHash)
                .param("state", objection.state().name())
                .param("at", Timestamp.from(objection.raisedAt()))
                .update();
    }

    void accepted(String key, Objection.State state, String acceptance, List<String> investigators) {
        jdbc.sql("""
                        update objection set state = :state, acceptance = :acceptance, investigators = :investigators
                        where key = :key""")
                .param("state", state.name())
                .param("acceptance", acceptance)
                .param("investigators", investigators.toArray(String[]::new))
                .param("key", key)
                .update();
    }

    void reported(String key, Objection.Report report, Actor by) {
        jdbc.sql("""
                        insert into objection_report (objection_key, findings, proposal, reported_by, reported_by_name,
                          organisation_name, reported_at)
                        values (:key, :findings, :proposal, :by, :name, :organisation, :at)""")
                .param("key", key)
                .param("findings", report.findings())
                .param("proposal", report.proposal())
                .param("by", by.account().value())
                .param("name", report.by())
                .param("organisation", report.organisation())
                .param("at", Timestamp.from(report.at()))
                .update();
        jdbc.sql("update objection set state = 'ANSWERING' where key = :key")
                .param("key", key)
                .update();
    }

    List<Objection.Report> reports(String key) {
        return jdbc.sql("select * from objection_report where objection_key = :key order by id")
                .param("key", key)
                .query((row, n) -> new Objection.Report(
                        row.getString("findings"),
                        row.getString("proposal"),
                        row.getString("reported_by_name"),
                        row.getString("organisation_name"),
                        row.getTimestamp("reported_at").toInstant()))
                .list();
    }

    void answered(
            String key, Objection.State state, String answer, List<Objection.Correction> corrections, Instant at) {
        jdbc.sql("""
                        update objection set state = :state, answer = :answer, corrections = cast(:corrections as jsonb),
                          answered_at = :at
                        where key = :key""")
                .param("state", state.name())
                .param("answer", answer)
                .param("corrections", write(corrections))
                .param("at", Timestamp.from(at))
                .param("key", key)
                .update();
    }

    void told(String key, Instant at) {
        jdbc.sql("update objection set told_at = :at where key = :key and told_at is null")
                .param("at", Timestamp.from(at))
                .param("key", key)
                .update();
    }

    private Objection objection(ResultSet row, int number) throws SQLException {
        String hash = row.getString("file_sha256");
        return new Objection(
                row.getString("key"),
                new RoundCode(row.getString("round_code")),
                row.getInt("list_version"),
                Objection.Kind.valueOf(row.getString("kind")),
                row.getString("about"),
                row.getString("grounds"),
                row.getString("objector"),
                hash == null
                        ? Optional.empty()
                        : Optional.of(new Objection.StampedFile(hash, row.getString("file_name"))),
                Objection.State.valueOf(row.getString("state")),
                row.getTimestamp("raised_at").toInstant(),
                row.getString("acceptance"),
                Arrays.asList((String[]) row.getArray("investigators").getArray()),
                row.getString("answer"),
                read(row.getString("corrections")),
                Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("told_at")).map(Timestamp::toInstant));
    }

    private String write(List<Objection.Correction> corrections) {
        try {
            return json.writeValueAsString(corrections);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Objection.Correction> read(String corrections) {
        try {
            return json.readValue(corrections, CORRECTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
