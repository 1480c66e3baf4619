package org.chuyi.workflow.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions that wait for their signers; gone as soon as they are carried out or come back. */
@Repository
class SealedRows {

    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};

    record Sealed(String task, AccountId account, OrganisationId organisation, Map<String, Object> answers) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    SealedRows(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void seal(String task, Actor actor, Map<String, Object> answers) {
        jdbc.sql("""
                        insert into sealed_decision (task_id, account_id, organisation_id, answers, sealed_at)
                        values (:task, :account, :organisation, cast(:answers as jsonb), :now)
                        on conflict (task_id) do update set account_id = excluded.account_id,
                          organisation_id = excluded.organisation_id, answers = excluded.answers,
                          sealed_at = excluded.sealed_at""")
                .param("task", task)
                .param("account", actor.account().value())
                .param("organisation", actor.organisation().value())
                .param("answers", write(answers))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Sealed> find(String task) {
        return jdbc.sql("select * from sealed_decision where task_id = :task")
                .param("task", task)
                .query((row, n) -> new Sealed(
                        task,
                        new AccountId(row.getLong("account_id")),
                        new OrganisationId(row.getLong("organisation_id")),
                        read(row.getString("answers"))))
                .optional();
    }

    void remove(String task) {
        jdbc.sql("delete from sealed_decision where task_id = :task")
                .param("task", task)
                .update();
    }

    private String write(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> read(String answers) {
        try {
            return json.readValue(answers, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
