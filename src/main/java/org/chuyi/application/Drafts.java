package org.chuyi.application;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chuyi.database.OncePerTransaction;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts as stored: sensitive fields are encrypted before they come here. */
@Repository
class Drafts {

    private final JdbcClient jdbc;
    private final Content content;

    Drafts(JdbcClient jdbc, Content content) {
        this.jdbc = jdbc;
        this.content = content;
    }

    void begin(ApplicationNumber number, Map<String, Object> answers, Actor actor, Instant at) {
        jdbc.sql("""
                        insert into application_draft (number, content, revision, saved_at, saved_by)
                        values (:number, :content::jsonb, 1, :at, :by)""")
                .param("number", number.value())
                .param("content", content.write(answers))
                .param("at", Timestamp.from(at))
                .param("by", actor.account().value())
                .update();
    }

    private record ReadDraft(ApplicationNumber number) {}

    Draft of(ApplicationNumber number) {
        return OncePerTransaction.read(new ReadDraft(number), read -> asStored(read.number()));
    }

    private Draft asStored(ApplicationNumber number) {
        return jdbc.sql("""
                        select d.*, a.name as saved_by_name from application_draft d
                        left join account a on a.id = d.saved_by where d.number = :number""")
                .param("number", number.value())
                .query((row, n) -> new Draft(
                        content.read(row.getString("content")),
                        row.getInt("revision"),
                        row.getTimestamp("saved_at").toInstant(),
                        row.getString("saved_by_name")))
                .single();
    }

    /** Writes over the revision that the writer had read; empty when another window saved meanwhile. */
    Optional<Integer> save(
            ApplicationNumber number, int revision, Map<String, Object> answers, AccountId by, Instant at) {
        OncePerTransaction.forget(new ReadDraft(number));
        return jdbc.sql("""
                        update application_draft set content = :content::jsonb, revision = revision + 1,
                          saved_at = :at, saved_by = :by
                        where number = :number and revision = :revision
                        returning revision""")
                .param("content", content.write(answers))
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .param("number", number.value())
                .param("revision", revision)
                .query(Integer.class)
                .optional();
    }

    /** @param revision counts the saves; a writer names the one she read */
    record Draft(Map<String, Object> answers, int revision, Instant savedAt, String savedByName) {}
}
