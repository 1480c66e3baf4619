package org.chuyi.selection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored countersigns. */
@Repository
class CountersignRounds {

    private static final TypeReference<List<Countersignature.RowOpinion>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CountersignRounds(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The first one first. */
    List<CountersignRound> of(ContestKey contest) {
        Map<Integer, List<Countersignature>> signatures = signaturesOf(contest);
        return jdbc.sql("select * from countersign_round where contest_key = :contest order by round_no")
                .param("contest", contest.toString())
                .query((row, n) -> round(row, signatures.getOrDefault(row.getInt("round_no"), List.of())))
                .list();
    }

    /** Begins one unless one is open. */
    void open(ContestKey contest, int rankingVersion, CountersignRule rule, List<Department> departments, Instant at) {
        jdbc.sql("""
                        insert into countersign_round (contest_key, round_no, ranking_version, rule, departments, opened_at)
                        select :contest, coalesce(max(round_no), 0) + 1, :ranking, :rule, :departments, :at
                        from countersign_round where contest_key = :contest
                        having not bool_or(coalesce(closed_at is null, false)) or count(*) = 0""")
                .param("contest", contest.toString())
                .param("ranking", rankingVersion)
                .param("rule", rule.name())
                .param("departments", departments.stream().map(Enum::name).toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    void sign(CountersignRound round, Countersignature signature, Actor by) {
        jdbc.sql("""
                        insert into countersignature (contest_key, round_no, department, decision, opinion, rows,
                          signed_by, signed_by_name, signed_at)
                        values (:contest, :round, :department, :decision, :opinion, cast(:rows as jsonb), :by, :name, :at)""")
                .param("contest", round.contest().toString())
                .param("round", round.number())
                .param("department", signature.department().name())
                .param("decision", signature.decision().name())
                .param("opinion", signature.opinion())
                .param("rows", write(signature.rows()))
                .param("by", by.account().value())
                .param("name", signature.signedByName())
                .param("at", Timestamp.from(signature.signedAt()))
                .update();
    }

    void withdraw(CountersignRound round, Department department, Instant at) {
        jdbc.sql("""
                        update countersignature set withdrawn_at = :at
                        where contest_key = :contest and round_no = :round and department = :department
                          and withdrawn_at is null""")
                .param("at", Timestamp.from(at))
                .param("contest", round.contest().toString())
                .param("round", round.number())
                .param("department", department.name())
                .update();
    }

    void close(CountersignRound round, CountersignResult result, Instant at) {
        jdbc.sql("""
                        update countersign_round set result = :result, closed_at = :at
                        where contest_key = :contest and round_no = :round""")
                .param("result", result.name())
                .param("at", Timestamp.from(at))
                .param("contest", round.contest().toString())
                .param("round", round.number())
                .update();
    }

    private Map<Integer, List<Countersignature>> signaturesOf(ContestKey contest) {
        record Row(int round, Countersignature signature) {}
        return jdbc
                .sql("select * from countersignature where contest_key = :contest and withdrawn_at is null order by id")
                .param("contest", contest.toString())
                .query((row, n) -> new Row(
                        row.getInt("round_no"),
                        new Countersignature(
                                Department.valueOf(row.getString("department")),
                                Countersignature.Decision.valueOf(row.getString("decision")),
                                row.getString("opinion"),
                                read(row.getString("rows")),
                                row.getString("signed_by_name"),
                                row.getTimestamp("signed_at").toInstant())))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::round, Collectors.mapping(Row::signature, Collectors.toList())));
    }

    private static CountersignRound round(ResultSet row, List<Countersignature> signatures) throws SQLException {
        String result = row.getString("result");
        return new CountersignRound(
                ContestKey.of(row.getString("contest_key")),
                row.getInt("round_no"),
                row.getInt("ranking_version"),
                CountersignRule.valueOf(row.getString("rule")),
                departments(row.getArray("departments")),
                signatures,
                result == null ? CountersignResult.OPEN : CountersignResult.valueOf(result),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant));
    }

    private static List<Department> departments(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(Department::valueOf)
                .toList();
    }

    private String write(List<Countersignature.RowOpinion> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Countersignature.RowOpinion> read(String rows) {
        try {
            return json.readValue(rows, ROWS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
