package org.chuyi.notification.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.chuyi.notification.NoticeKind;

/**
 * Something that was told and has not left the portal yet.
 *
 * @param id of the message, or of the robot's line
 */
public record Notice(long id, String template, Map<String, Object> arguments, String link, Instant toldAt) {

    public static Notice of(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("template"),
                Json.read(row.getString("arguments")),
                row.getString("link"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    public NoticeKind kind() {
        return NoticeKind.of(template);
    }

    /** The programme or round that it is about, a text or one in each language; many notices are counted by it. */
    public Object subject() {
        return Optional.ofNullable(arguments.get("round")).orElse(arguments.getOrDefault("title", ""));
    }
}
