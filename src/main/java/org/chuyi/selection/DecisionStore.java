package org.chuyi.selection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the lead department and the leader decided, and the list on which they did. */
@Repository
class DecisionStore {

    private static final TypeReference<List<FinalDecision.Exception>> EXCEPTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ContestResults results;

    DecisionStore(JdbcClient jdbc, ObjectMapper json, ContestResults results) {
        this.jdbc = jdbc;
        this.json = json;
        this.results = results;
    }

    /** The list of the ranking that counts, in order of rank; empty before the first ranking. */
    List<ListedEntry> list(Contest contest) {
        Map<String, ContestResult> decided = results.of(contest.key()).stream()
                .collect(Collectors.toMap(each -> each.number().value(), Function.identity()));
        return jdbc.sql("""
                        select r.rank, r.number, o.name, a.city_code, r.points, r.above_line, e.designated, r.alarm,
                          a.status = 'WITHDRAWN' as withdrawn
                        from ranking_row r
                          join contest_entry e on e.number = r.number
                          join project_application a on a.number = r.number
                          join organisation o on o.id = a.organisation_id
                        where r.contest_key = :contest and r.version = :version order by r.rank""")
                .param("contest", contest.key().toString())
                .param("version", contest.rankingVersion())
                .query((row, n) -> new ListedEntry(
                        row.getInt("rank"),
                        row.getString("number"),
                        row.getString("name"),
                        row.getString("city_code"),
                        row.getInt("points"),
                        row.getBoolean("above_line"),
                        row.getBoolean("designated"),
                        row.getBoolean("alarm"),
                        row.getBoolean("withdrawn"),
                        java.util.Optional.ofNullable(decided.get(row.getString("number")))))
                .list();
    }

    void add(ContestKey contest, Reconciliation reconciliation, Actor by) {
        jdbc.sql("""
                        insert into reconciliation (contest_key, round_no, decision, opinion, decided_by,
                          decided_by_name, decided_at)
                        values (:contest, :round, :decision, :opinion, :by, :name, :at)""")
                .param("contest", contest.toString())
                .param("round", reconciliation.countersignRound())
                .param("decision", reconciliation.decision().name())
                .param("opinion", reconciliation.opinion())
                .param("by", by.account().value())
                .param("name", reconciliation.decidedByName())
                .param("at", Timestamp.from(reconciliation.at()))
                .update();
    }

    List<Reconciliation> reconciliations(ContestKey contest) {
        return jdbc.sql("select * from reconciliation where contest_key = :contest order by id")
                .param("contest", contest.toString())
                .query((row, n) -> new Reconciliation(
                        row.getInt("round_no"),
                        Reconciliation.Decision.valueOf(row.getString("decision")),
                        row.getString("opinion"),
                        row.getString("decided_by_name"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    void add(ContestKey contest, FinalDecision decision, Actor by) {
        jdbc.sql("""
                        insert into final_decision (contest_key, ranking_version, decision, opinion, exceptions,
                          decided_by, decided_by_name, decided_at)
                        values (:contest, :version, :decision, :opinion, cast(:exceptions as jsonb), :by, :name, :at)""")
                .param("contest", contest.toString())
                .param("version", decision.rankingVersion())
                .param("decision", decision.decision().name())
                .param("opinion", decision.opinion())
                .param("exceptions", write(decision.exceptions()))
                .param("by", by.account().value())
                .param("name", decision.decidedByName())
                .param("at", Timestamp.from(decision.at()))
                .update();
    }

    List<FinalDecision> decisions(ContestKey contest) {
        return jdbc.sql("select * from final_decision where contest_key = :contest order by id")
                .param("contest", contest.toString())
                .query((row, n) -> new FinalDecision(
                        row.getInt("ranking_version"),
                        FinalDecision.Decision.valueOf(row.getString("decision")),
                        row.getString("opinion"),
                        read(row.getString("exceptions")),
                        row.getString("decided_by_name"),
                        row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private String write(List<FinalDecision.Exception> exceptions) {
        try {
            return json.writeValueAsString(exceptions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<FinalDecision.Exception> read(String exceptions) {
        try {
            return json.readValue(exceptions, EXCEPTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
