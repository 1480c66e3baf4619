package org.chuyi.application;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationVersion.Material;
import org.chuyi.organisation.Actor;
import org.chuyi.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The frozen versions: written once, never changed. */
@Repository
class ApplicationVersions {

    private final JdbcClient jdbc;
    private final Content content;

    ApplicationVersions(JdbcClient jdbc, Content content) {
        this.jdbc = jdbc;
        this.content = content;
    }

    /** Returns the version's hash. */
    String freeze(
            ApplicationNumber number,
            int version,
            Map<String, Object> answers,
            List<Attachment> attachments,
            Actor signer,
            Instant at) {
        List<Material> materials = attachments.stream()
                .map(file -> new Material(file.id(), file.materialCode(), file.fileName(), file.size(), file.sha256()))
                .toList();
        String hash = hash(number, version, answers, materials);
        jdbc.sql("""
                        insert into application_version (number, version, content, materials, sha256, signed_by,
                          signed_at)
                        values (:number, :version, :content::jsonb, :materials::jsonb, :hash, :by, :at)""")
                .param("number", number.value())
                .param("version", version)
                .param("content", content.write(answers))
                .param("materials", content.write(materials))
                .param("hash", hash)
                .param("by", signer.account().value())
                .param("at", Timestamp.from(at))
                .update();
        return hash;
    }

    Optional<ApplicationVersion> find(ApplicationNumber number, int version) {
        return jdbc.sql("""
                        select v.*, a.name as signed_by_name from application_version v
                        join account a on a.id = v.signed_by
                        where v.number = :number and v.version = :version""")
                .param("number", number.value())
                .param("version", version)
                .query(this::version)
                .optional();
    }

    /** All of them, the newest first. */
    List<ApplicationVersion> of(ApplicationNumber number) {
        return jdbc.sql("""
                        select v.*, a.name as signed_by_name from application_version v
                        join account a on a.id = v.signed_by
                        where v.number = :number order by v.version desc""")
                .param("number", number.value())
                .query(this::version)
                .list();
    }

    /** Computes the hash of what is stored again; false means that somebody changed it. */
    boolean hasItsHash(ApplicationNumber number, int version) {
        var stored = find(number, version).orElseThrow();
        return stored.sha256().equals(hash(number, version, stored.answers(), stored.materials()));
    }

    private String hash(ApplicationNumber number, int version, Map<String, Object> answers, List<Material> materials) {
        String text = number + "\n" + version + "\n" + content.write(answers) + "\n" + content.write(materials);
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    private ApplicationVersion version(ResultSet row, int n) throws SQLException {
        return new ApplicationVersion(
                new ApplicationNumber(row.getString("number")),
                row.getInt("version"),
                content.read(row.getString("content")),
                content.readMaterials(row.getString("materials")),
                row.getString("sha256"),
                row.getString("signed_by_name"),
                row.getTimestamp("signed_at").toInstant());
    }
}
