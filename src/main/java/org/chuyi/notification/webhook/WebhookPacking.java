package org.chuyi.notification.webhook;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.outbox.Notice;
import org.chuyi.notification.outbox.Outbox;
import org.chuyi.notification.preference.QuietHours;
import org.chuyi.notification.preference.SendingRules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes parcels of what a robot is to be told, by the same rules as a person's mails: settled, apart, not in quiet hours. */
@Component
class WebhookPacking {

    private static final int MOST_NOTICES = 5_000;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    WebhookPacking(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    private record Robot(long id, String language, QuietHours quiet, boolean enabled) {
        static Robot of(ResultSet row) throws SQLException {
            return new Robot(
                    row.getLong("id"),
                    row.getString("language"),
                    new QuietHours(
                            row.getObject("quiet_from", LocalTime.class),
                            row.getObject("quiet_until", LocalTime.class)),
                    row.getBoolean("enabled"));
        }
    }

    /** False when nothing is due for any robot. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean next() {
        Instant now = clock.instant();
        Optional<Robot> robot = jdbc.sql("""
                        select id, language, quiet_from, quiet_until, enabled from webhook
                        where id in (select webhook_id from webhook_line where due_at <= :now)
                        limit 1 for no key update skip locked""")
                .param("now", at(now))
                .query((row, index) -> Robot.of(row))
                .optional();
        robot.ifPresent(each -> pack(each, now));
        return robot.isPresent();
    }

    private void pack(Robot robot, Instant now) {
        Instant awake = robot.quiet().endAfter(now);
        if (!robot.enabled()) {
            jdbc.sql("delete from webhook_line where webhook_id = :robot")
                    .param("robot", robot.id())
                    .update();
        } else if (awake.isAfter(now)) {
            jdbc.sql("update webhook_line set due_at = :awake where webhook_id = :robot and due_at <= :now")
                    .param("robot", robot.id())
                    .param("now", at(now))
                    .param("awake", at(awake))
                    .update();
        } else {
            Map<NoticeKind, Instant> last = lastOf(robot, now);
            lines(robot)
                    .forEach((kind, notices) -> pack(robot, kind, notices, Optional.ofNullable(last.get(kind)), now));
        }
    }

    private void pack(Robot robot, NoticeKind kind, List<Notice> notices, Optional<Instant> last, Instant now) {
        Long[] ids = notices.stream().map(Notice::id).toArray(Long[]::new);
        Instant leaves = SendingRules.atOnce(notices.get(0).toldAt(), last);
        if (leaves.isAfter(now)) {
            jdbc.sql("update webhook_line set due_at = :at where id = any(:ids)")
                    .param("at", at(leaves))
                    .param("ids", ids)
                    .update();
            return;
        }
        outbox.put(robot.id(), robot.language(), kind, RobotBundle.of(kind, notices));
        jdbc.sql("delete from webhook_line where id = any(:ids)")
                .param("ids", ids)
                .update();
    }

    private Map<NoticeKind, List<Notice>> lines(Robot robot) {
        return jdbc
                .sql("""
                        select id, template, arguments, link, created_at from webhook_line
                        where webhook_id = :robot order by due_at, id limit :most""")
                .param("robot", robot.id())
                .param("most", MOST_NOTICES)
                .query((row, index) -> Notice.of(row))
                .list()
                .stream()
                .collect(groupingBy(Notice::kind, () -> new EnumMap<>(NoticeKind.class), Collectors.toList()));
    }

    private Map<NoticeKind, Instant> lastOf(Robot robot, Instant now) {
        Map<NoticeKind, Instant> last = new EnumMap<>(NoticeKind.class);
        jdbc.sql("""
                        select kind, max(created_at) as at from outbox
                        where webhook_id = :robot and created_at > :since group by kind""")
                .param("robot", robot.id())
                .param("since", at(now.minus(SendingRules.APART)))
                .query(row -> {
                    last.put(
                            NoticeKind.valueOf(row.getString("kind")),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                });
        return last;
    }

    private OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone());
    }
}
