package org.chuyi.application;

import java.sql.Timestamp;
import java.time.Instant;
import org.chuyi.application.upload.IncomingFile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;

/** Content under its hash: the same bytes are kept once, never changed and never removed. */
@Repository
class StoredFiles {

    private final JdbcClient jdbc;

    StoredFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(IncomingFile file, Instant at) {
        jdbc.sql("""
                        insert into stored_file (sha256, size, media_type, content, stored_at)
                        values (:hash, :size, :type, :content, :at) on conflict (sha256) do nothing""")
                .param("hash", file.sha256())
                .param("size", file.size())
                .param("type", file.kind().mediaType())
                .param("content", new SqlBinaryValue(new FileSystemResource(file.content()), file.size()))
                .param("at", Timestamp.from(at))
                .update();
    }

    long size(String sha256) {
        return jdbc.sql("select size from stored_file where sha256 = :hash")
                .param("hash", sha256)
                .query(Long.class)
                .single();
    }

    Resource content(String sha256, long size) {
        return new StoredContent(size, (from, length) -> jdbc.sql(
                        "select substring(content from :from for :length) from stored_file where sha256 = :hash")
                .param("from", from + 1)
                .param("length", length)
                .param("hash", sha256)
                .query(byte[].class)
                .single());
    }
}
