package org.chuyi.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chuyi.programme.MaterialRequirement;
import org.chuyi.programme.Programme;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of applications, without their content. */
@Repository
class Attachments {

    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
