package org.chuyi.workflow.work;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.chuyi.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The results of background work, in the database like materials, so that any node hands them out. */
@Repository
class WorkFiles {

    private final JdbcClient jdbc;

    WorkFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(long work, ResultFile file, Instant until) {
        jdbc.sql("""
                        insert into background_work_file (work_id, name, media_type, size, sha256, kept_until, content)
                        values (:work, :name, :type, :size, :hash, :until, :content)""")
                .param("work", work)
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.content().length)
                .param("hash", Sha256.of(file.content()).hex())
                .param("until", Timestamp.from(until))
                .param("content", file.content())
                .update();
    }

    Optional<WorkFile> find(long work) {
        return jdbc.sql(
                        "select name, media_type, size, sha256, kept_until from background_work_file where work_id = :work")
                .param("work", work)
                .query((row, n) -> new WorkFile(
                        row.getString("name"),
                        row.getString("media_type"),
                        row.getLong("size"),
                        row.getString("sha256"),
                        row.getTimestamp("kept_until").toInstant()))
                .optional();
    }

    Optional<ResultFile> read(long work, Instant now) {
        return jdbc.sql("""
                        select name, media_type, content from background_work_file
                        where work_id = :work and content is not null and kept_until > :now""")
                .param("work", work)
                .param("now", Timestamp.from(now))
                .query((row, n) ->
                        new ResultFile(row.getString("name"), row.getString("media_type"), row.getBytes("content")))
                .optional();
    }

    void discard(long work) {
        jdbc.sql("update background_work_file set content = null where work_id = :work")
                .param("work", work)
                .update();
    }
}
