package org.chuyi.workflow.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of background work. */
@Repository
class WorkRows {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    WorkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where the same is already asked for and not over. */
    Optional<Long> add(String kind, Map<String, String> arguments, Actor actor, Locale language, Instant at) {
        return jdbc.sql("""
                        insert into background_work (kind, arguments, requested_by, requested_for, language,
                          requested_at, state)
                        values (:kind, cast(:arguments as jsonb), :by, :for, :language, :at, 'WAITING')
                        on conflict do nothing returning id""")
                .param("kind", kind)
                .param("arguments", json(arguments))
                .param("by", actor.account().value())
                .param("for", actor.organisation().value())
                .param("language", language.toLanguageTag())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .optional();
    }

    Optional<Long> unfinished(String kind, Map<String, String> arguments, Actor actor, Locale language) {
        return jdbc.sql("""
                        select id from background_work
                        where kind = :kind and arguments = cast(:arguments as jsonb) and language = :language
                          and requested_by = :by and requested_for = :for and state in ('WAITING', 'RUNNING')""")
                .param("kind", kind)
                .param("arguments", json(arguments))
                .param("by", actor.account().value())
                .param("for", actor.organisation().value())
                .param("language", language.toLanguageTag())
                .query(Long.class)
                .optional();
    }

    Optional<BackgroundWork> find(long id) {
        return jdbc.sql("select * from background_work where id = :id")
                .param("id", id)
                .query(WorkRows::work)
                .optional();
    }

    /** Whoever runs a slice of it at the same moment is waited for. */
    BackgroundWork lock(long id) {
        return jdbc.sql("select * from background_work where id = :id for update")
                .param("id", id)
                .query(WorkRows::work)
                .single();
    }

    List<BackgroundWork> of(Actor actor, int most) {
        return jdbc.sql("""
                        select * from background_work where requested_by = :by and requested_for = :for
                        order by id desc limit :most""")
                .param("by", actor.account().value())
                .param("for", actor.organisation().value())
                .param("most", most)
                .query(WorkRows::work)
                .list();
    }

    void begun(long id, int total) {
        jdbc.sql("update background_work set state = 'RUNNING', total = :total where id = :id")
                .param("total", total)
                .param("id", id)
                .update();
    }

    void advanced(long id, int items, String position) {
        jdbc.sql("update background_work set done = done + :items, position = :position where id = :id")
                .param("items", items)
                .param("position", position)
                .param("id", id)
                .update();
    }

    void ended(long id, BackgroundWork.State state, int items, String message, Instant at) {
        jdbc.sql("""
                        update background_work set state = :state, done = done + :items, message = :message,
                          finished_at = :at
                        where id = :id""")
                .param("state", state.name())
                .param("items", items)
                .param("message", message)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private static BackgroundWork work(ResultSet row, int number) throws SQLException {
        return new BackgroundWork(
                row.getLong("id"),
                row.getString("kind"),
                arguments(row.getString("arguments")),
                new AccountId(row.getLong("requested_by")),
                new OrganisationId(row.getLong("requested_for")),
                Locale.forLanguageTag(row.getString("language")),
                row.getTimestamp("requested_at").toInstant(),
                BackgroundWork.State.valueOf(row.getString("state")),
                row.getInt("total"),
                row.getInt("done"),
                row.getString("position"),
                row.getString("message"),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }

    private static String json(Map<String, String> arguments) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(arguments));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> arguments(String json) {
        try {
            return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored arguments that are none", e);
        }
    }
}
