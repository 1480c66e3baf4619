package org.chuyi.notification.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.notification.Bursts;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.outbox.Json;
import org.chuyi.notification.text.MessageTexts;
import org.chuyi.organisation.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A person's messages; every query names her account, so that nobody reads or marks another's. */
@Repository
public class PersonalMessages {

    /** Looked through for one page. */
    private static final int MOST_LOOKED_AT = 2_000;

    /** Over {@code message}: those that one message is shown together with. */
    private static final String SAME_BURST = "account_id = :reader and (template, " + Bursts.HOUR + ") = ("
            + "select template, " + Bursts.HOUR + " from message where account_id = :reader and id = :burst)";

    private final JdbcClient jdbc;
    private final MessageTexts texts;
    private final Clock clock;

    PersonalMessages(JdbcClient jdbc, MessageTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param next id before which the next page begins */
    public record Page(List<PersonalMessage> messages, Optional<Long> next) {}

    /** The newest first, bursts folded; at least so many as there are, and on to the end of the hour. */
    @Transactional(readOnly = true)
    public Page list(AccountId reader, boolean unreadOnly, Optional<Long> before, int atLeast, Locale language) {
        var rows = jdbc.sql("select id, template, read_at is null as unread, " + Bursts.HOUR + " as hour from message"
                        + " where account_id = :reader and id < :before"
                        + (unreadOnly ? " and read_at is null" : "")
                        + " order by id desc limit :most")
                .param("reader", reader.value())
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("most", MOST_LOOKED_AT)
                .query((row, index) -> new MessageFolding.Row(
                        row.getLong("id"),
                        row.getString("template"),
                        row.getObject("hour", OffsetDateTime.class).toInstant(),
                        row.getBoolean("unread")))
                .list();
        var page = MessageFolding.page(rows, atLeast);
        var inForce = texts.inForce();
        var shown = jdbc.sql("select id, template, arguments, link, created_at, read_at from message"
                        + " where account_id = :reader and id = any(:ids) order by id desc")
                .param("reader", reader.value())
                .param("ids", page.counts().keySet().toArray(Long[]::new))
                .query((row, index) -> message(row, page.counts(), inForce, language))
                .list();
        return new Page(shown, page.next());
    }

    /** Those that one message was shown for, one by one. */
    @Transactional(readOnly = true)
    public Page burst(AccountId reader, long burst, Optional<Long> before, int most, Locale language) {
        return oneByOne(SAME_BURST, Map.of("reader", reader.value(), "burst", burst), before, most, language);
    }

    /** The newest first, whatever the portal shows as one. */
    @Transactional(readOnly = true)
    public Page each(AccountId reader, boolean unreadOnly, Optional<Long> before, int most, Locale language) {
        String hers = "account_id = :reader" + (unreadOnly ? " and read_at is null" : "");
        return oneByOne(hers, Map.of("reader", reader.value()), before, most, language);
    }

    private Page oneByOne(
            String which, Map<String, Object> parameters, Optional<Long> before, int most, Locale language) {
        var inForce = texts.inForce();
        var found = jdbc.sql("select id, template, arguments, link, created_at, read_at from message where " + which
                        + " and id < :before order by id desc limit :most")
                .params(parameters)
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("most", most + 1)
                .query((row, index) -> message(row, Map.of(), inForce, language))
                .list();
        var shown = found.subList(0, Math.min(most, found.size()));
        return new Page(
                shown, found.size() > most ? Optional.of(shown.get(most - 1).id()) : Optional.empty());
    }

    /** Where the message leads; empty when there is no such message of hers. */
    @Transactional
    public Optional<String> open(AccountId reader, long id) {
        markRead(reader, id);
        return jdbc.sql("select link from message where account_id = :reader and id = :id")
                .param("reader", reader.value())
                .param("id", id)
                .query(String.class)
                .optional();
    }

    @Transactional
    public void markRead(AccountId reader, long id) {
        jdbc.sql("update message set read_at = :now where account_id = :reader and id = :id and read_at is null")
                .param("now", now())
                .param("reader", reader.value())
                .param("id", id)
                .update();
    }

    /** With all that it was shown for: what came in meanwhile stays unread. */
    @Transactional
    public void markBurstRead(AccountId reader, long burst) {
        jdbc.sql("update message set read_at = :now where " + SAME_BURST + " and id <= :burst and read_at is null")
                .param("now", now())
                .param("reader", reader.value())
                .param("burst", burst)
                .update();
    }

    /** Up to the newest one that she was shown: what came in meanwhile stays unread. */
    @Transactional
    public void markAllRead(AccountId reader, long newest) {
        jdbc.sql("update message set read_at = :now where account_id = :reader and id <= :newest and read_at is null")
                .param("now", now())
                .param("reader", reader.value())
                .param("newest", newest)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }

    private static PersonalMessage message(
            ResultSet row, Map<Long, Integer> counts, MessageTexts.InForce inForce, Locale language)
            throws SQLException {
        String template = row.getString("template");
        MessageTexts.Text text = inForce.of(template, Json.read(row.getString("arguments")), language);
        return new PersonalMessage(
                row.getLong("id"),
                NoticeKind.of(template),
                text.title(),
                text.text(),
                row.getString("link"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") == null,
                counts.getOrDefault(row.getLong("id"), 1));
    }
}
