package org.chuyi.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.application.upload.IncomingFile;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.programme.Programme;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of applications, without their content. */
@Repository
class Attachments {

    private static final String FROZEN = """
            exists (select 1 from application_version v where v.number = a.number
              and v.materials @> jsonb_build_array(jsonb_build_object('attachment', f.id)))""";

    private final JdbcClient jdbc;
    private final ApplicationAccess access;

    Attachments(JdbcClient jdbc, ApplicationAccess access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    Attachment add(
            ApplicationNumber number, String materialCode, IncomingFile file, AccountId uploader, Instant uploadedAt) {
        return jdbc.sql("""
                        insert into attachment (number, material_code, file_name, media_type, size, sha256,
                          uploaded_by, uploaded_at)
                        values (:number, :material, :name, :type, :size, :hash, :by, :at) returning *""")
                .param("number", number.value())
                .param("material", materialCode)
                .param("name", file.name())
                .param("type", file.kind().mediaType())
                .param("size", file.size())
                .param("hash", file.sha256())
                .param("by", uploader.value())
                .param("at", Timestamp.from(uploadedAt))
                .query(Attachments::attachment)
                .single();
    }

    void remove(long id, AccountId remover, Instant at) {
        jdbc.sql("""
                        update attachment set removed_by = :by, removed_at = :at
                        where id = :id and removed_at is null""")
                .param("id", id)
                .param("by", remover.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** A file that this person may read: current ones for the school's own people, frozen ones for every reader. */
    Optional<Attachment> readable(long id, Actor actor) {
        return access.bind(jdbc.sql("""
                                select f.* from attachment f join project_application a on a.number = f.number
                                where f.id = :id and (
                                  (:ownSchool and a.organisation_id = :organisation and f.removed_at is null)
                                  or (%s and %s))""".formatted(ApplicationAccess.MAY_READ, FROZEN)), actor)
                .param("id", id)
                .query(Attachments::attachment)
                .optional();
    }

    /** Some files of an application, those since removed too. */
    List<Attachment> of(ApplicationNumber number, List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select * from attachment where number = :number and id in (:ids)
                                order by material_code, id""")
                        .param("number", number.value())
                        .param("ids", ids)
                        .query(Attachments::attachment)
                        .list();
    }

    /** Those that count now, by material and in the order of upload. */
    List<Attachment> of(ApplicationNumber number) {
        return jdbc.sql("""
                        select * from attachment where number = :number and removed_at is null
                        order by material_code, id""")
                .param("number", number.value())
                .query(Attachments::attachment)
                .list();
    }

    /** One problem for each required material that has no file. */
    List<FieldProblem> missing(ApplicationNumber number, Programme programme) {
        Map<String, List<Attachment>> present =
                of(number).stream().collect(Collectors.groupingBy(Attachment::materialCode));
        return programme.materials().stream()
                .filter(MaterialRequirement::required)
                .filter(material -> !present.containsKey(material.code()))
                .map(material -> FieldProblem.of(
                        "material." + material.code(),
                        material.names().zh(),
                        "application.problem.materialMissing",
                        material.names().zh()))
                .toList();
    }

    static Attachment attachment(ResultSet row, int n) throws SQLException {
        return new Attachment(
                row.getLong("id"),
                new ApplicationNumber(row.getString("number")),
                row.getString("material_code"),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size"),
                row.getString("sha256"),
                row.getTimestamp("uploaded_at").toInstant());
    }
}
