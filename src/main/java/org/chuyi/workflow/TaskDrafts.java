package org.chuyi.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.form.FormCheck;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person has begun to answer in a task's form: hers alone, until the task is over. Personal data are not kept
 * here; no review form asks for any.
 */
@Service
public class TaskDrafts {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final FormCheck check;
    private final Clock clock;

    TaskDrafts(JdbcClient jdbc, FormCheck check, Clock clock) {
        this.jdbc = jdbc;
        this.check = check;
        this.clock = clock;
    }

    /** @param revision counts the savings; 0 before the first */
    public record Draft(Map<String, Object> answers, int revision, Optional<Instant> savedAt) {

        static final Draft NONE = new Draft(Map.of(), 0, Optional.empty());
    }

    /** What became of an attempt to save. */
    public sealed interface Saved {

        /** @param refused answers that cannot be kept as they are */
        record Kept(int revision, Instant savedAt, List<FieldProblem> refused) implements Saved {}

        /** Another window of hers has saved since. */
        record Overtaken(Draft present) implements Saved {}
    }

    @Transactional(readOnly = true)
    public Draft find(InboxTask task, Actor actor) {
        return jdbc.sql("select * from task_draft where task_id = :task and account_id = :account")
                .param("task", task.id())
                .param("account", actor.account().value())
                .query(TaskDrafts::draft)
                .optional()
                .orElse(Draft.NONE);
    }

    /** Whether somebody else has written down what she thinks of it. */
    @Transactional(readOnly = true)
    public boolean isBegunByAnother(InboxTask task, Actor actor) {
        return jdbc.sql("""
                        select exists (select 1 from task_draft
                          where task_id = :task and account_id not in (:selves))""")
                .param("task", task.id())
                .param("selves", actor.selves().stream().map(AccountId::value).toList())
                .query(Boolean.class)
                .single();
    }

    /** @param revision of the draft on which the answers are built */
    @Transactional
    public Saved save(InboxTask task, FormSchema form, Actor actor, int revision, Map<String, Object> answers) {
        var draft = check.draft(form, answers);
        if (draft.unusable()) {
            return new Saved.Kept(revision, clock.instant(), draft.refused());
        }
        Map<String, Object> kept = new LinkedHashMap<>(draft.answers());
        form.fields().stream()
                .filter(field -> field.sensitive().isPresent())
                .forEach(field -> kept.remove(field.path().split("\\.")[0]));
        Instant now = clock.instant();
        int changed = jdbc.sql("""
                        insert into task_draft as d (task_id, account_id, answers, revision, saved_at)
                        select :task, :account, cast(:answers as jsonb), 1, :now
                        where :revision = 0 or exists (
                          select 1 from task_draft where task_id = :task and account_id = :account)
                        on conflict (task_id, account_id) do update
                          set answers = excluded.answers, revision = d.revision + 1, saved_at = excluded.saved_at
                          where d.revision = :revision""")
                .param("task", task.id())
                .param("account", actor.account().value())
                .param("answers", json(kept))
                .param("revision", revision)
                .param("now", Timestamp.from(now))
                .update();
        return changed == 1
                ? new Saved.Kept(revision + 1, now, draft.refused())
                : new Saved.Overtaken(find(task, actor));
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                answers(row.getString("answers")),
                row.getInt("revision"),
                Optional.of(row.getTimestamp("saved_at").toInstant()));
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
            throw new IllegalStateException("A stored draft that is none", e);
        }
    }
}
