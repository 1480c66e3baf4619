package org.chuyi.workflow.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chuyi.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bulk completions and their rows. */
@Repository
class BulkRows {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    BulkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where there is one with that key already. */
    Optional<Long> add(Actor actor, Optional<String> requestKey, Instant at) {
        return jdbc.sql("""
                        insert into bulk_completion (account_id, organisation_id, request_key, chosen_at)
                        values (:account, :organisation, :key, :at) on conflict do nothing returning id""")
                .param("account", actor.account().value())
                .param("organisation", actor.organisation().value())
                .param("key", requestKey.orElse(null))
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    void choose(long bulk, List<String> taskIds) {
        jdbc.sql("""
                        insert into bulk_row (bulk_id, position, task_id, state)
                        select :bulk, position, task, 'CHOSEN'
                        from unnest(cast(:tasks as text[])) with ordinality as chosen (task, position)""")
                .param("bulk", bulk)
                .param("tasks", taskIds.toArray(String[]::new))
                .update();
    }

    /** What she once chose and never confirmed. */
    void forgetUnbegun(Actor actor) {
        jdbc.sql("""
                        delete from bulk_completion
                        where account_id = :account and organisation_id = :organisation and work_id is null""")
                .param("account", actor.account().value())
                .param("organisation", actor.organisation().value())
                .update();
    }

    Optional<BulkCompletion> find(long bulk, Actor actor) {
        return find(bulk, actor, "");
    }

    Optional<BulkCompletion> lock(long bulk, Actor actor) {
        return find(bulk, actor, " for update");
    }

    private Optional<BulkCompletion> find(long bulk, Actor actor, String lock) {
        return jdbc.sql("""
                        select * from bulk_completion
                        where id = :bulk and account_id = :account and organisation_id = :organisation""" + lock)
                .param("bulk", bulk)
                .param("account", actor.account().value())
                .param("organisation", actor.organisation().value())
                .query(BulkRows::completion)
                .optional();
    }

    Optional<BulkCompletion> ofRequest(String requestKey, Actor actor) {
        return jdbc.sql("select * from bulk_completion where account_id = :account and request_key = :key")
                .param("account", actor.account().value())
                .param("key", requestKey)
                .query(BulkRows::completion)
                .optional();
    }

    void answered(long bulk, Map<String, Object> answers) {
        jdbc.sql("update bulk_completion set answers = cast(:answers as jsonb) where id = :bulk")
                .param("answers", json(answers))
                .param("bulk", bulk)
                .update();
    }

    void begun(long bulk, long work) {
        jdbc.sql("update bulk_completion set work_id = :work where id = :bulk")
                .param("work", work)
                .param("bulk", bulk)
                .update();
    }

    List<BulkRow> of(long bulk) {
        return jdbc.sql("select * from bulk_row where bulk_id = :bulk order by position")
                .param("bulk", bulk)
                .query(BulkRows::row)
                .list();
    }

    int toDo(long bulk) {
        return jdbc.sql("select count(*) from bulk_row where bulk_id = :bulk and state <> 'LEFT_OUT'")
                .param("bulk", bulk)
                .query(Integer.class)
                .single();
    }

    /** Those to do after that position, whether they were tried before or not. */
    List<BulkRow> toDo(long bulk, int after, int most) {
        return jdbc.sql("""
                        select * from bulk_row where bulk_id = :bulk and position > :after and state <> 'LEFT_OUT'
                        order by position limit :most""")
                .param("bulk", bulk)
                .param("after", after)
                .param("most", most)
                .query(BulkRows::row)
                .list();
    }

    void became(long bulk, List<BulkRow> rows) {
        jdbc.sql("""
                        update bulk_row set state = now.state, reason = now.reason, detail = now.detail
                        from unnest(cast(:tasks as text[]), cast(:states as text[]), cast(:reasons as text[]),
                          cast(:details as text[])) as now (task_id, state, reason, detail)
                        where bulk_row.bulk_id = :bulk and bulk_row.task_id = now.task_id""")
                .param("bulk", bulk)
                .param("tasks", texts(rows, BulkRow::taskId))
                .param("states", texts(rows, row -> row.state().name()))
                .param("reasons", texts(rows, BulkRow::reason))
                .param("details", texts(rows, BulkRow::detail))
                .update();
    }

    private static String[] texts(List<BulkRow> rows, Function<BulkRow, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static BulkRow row(ResultSet row, int number) throws SQLException {
        return new BulkRow(
                row.getInt("position"),
                row.getString("task_id"),
                BulkRow.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("detail"));
    }

    private static BulkCompletion completion(ResultSet row, int number) throws SQLException {
        return new BulkCompletion(
                row.getLong("id"),
                Optional.ofNullable(row.getString("answers")).map(BulkRows::answers),
                Optional.ofNullable(row.getObject("work_id", Long.class)));
    }

    private static String json(Map<String, Object> answers) {
        try {
            return JSON.writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, Object> answers(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored answers that are none", e);
        }
    }
}
