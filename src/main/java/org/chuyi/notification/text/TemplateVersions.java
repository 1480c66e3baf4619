package org.chuyi.notification.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts that were changed, version by version; none is ever taken away. */
@Repository
class TemplateVersions {

    private static final String COLUMNS =
            "select t.*, a.name as changed_by_name from notice_template t join account a on a.id = t.changed_by ";

    private final JdbcClient jdbc;
    private final Clock clock;

    TemplateVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of those templates only whose newest version has texts of its own. */
    Map<String, NoticeTexts> inForce() {
        Map<String, NoticeTexts> inForce = new HashMap<>();
        newest().forEach((template, version) -> version.texts().ifPresent(texts -> inForce.put(template, texts)));
        return inForce;
    }

    Map<String, TemplateVersion> newest() {
        Map<String, TemplateVersion> newest = new HashMap<>();
        jdbc.sql(COLUMNS + """
                        where t.version = (
                            select max(n.version) from notice_template n where n.template = t.template)""")
                .query((row, index) -> Map.entry(row.getString("template"), version(row)))
                .list()
                .forEach(each -> newest.put(each.getKey(), each.getValue()));
        return newest;
    }

    /** The newest first. */
    List<TemplateVersion> of(String template) {
        return jdbc.sql(COLUMNS + "where t.template = :template order by t.version desc")
                .param("template", template)
                .query((row, index) -> version(row))
                .list();
    }

    /** False when somebody else was first with this version. */
    boolean add(String template, int version, Optional<NoticeTexts> texts, Actor by) {
        return jdbc.sql("""
                                insert into notice_template (template, version, title_zh, text_zh, title_en, text_en,
                                    changed_by, changed_at)
                                values (:template, :version, :titleZh, :textZh, :titleEn, :textEn, :by, :now)
                                on conflict do nothing""")
                        .param("template", template)
                        .param("version", version)
                        .param("titleZh", texts.map(NoticeTexts::titleZh).orElse(null))
                        .param("textZh", texts.map(NoticeTexts::textZh).orElse(null))
                        .param("titleEn", texts.map(NoticeTexts::titleEn).orElse(null))
                        .param("textEn", texts.map(NoticeTexts::textEn).orElse(null))
                        .param("by", by.account().value())
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                        .update()
                == 1;
    }

    private static TemplateVersion version(ResultSet row) throws SQLException {
        Instant changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        Optional<NoticeTexts> texts =
                Optional.ofNullable(row.getString("title_zh")).isEmpty()
                        ? Optional.empty()
                        : Optional.of(new NoticeTexts(
                                row.getString("title_zh"),
                                row.getString("text_zh"),
                                row.getString("title_en"),
                                row.getString("text_en")));
        return new TemplateVersion(row.getInt("version"), texts, row.getString("changed_by_name"), changedAt);
    }
}
