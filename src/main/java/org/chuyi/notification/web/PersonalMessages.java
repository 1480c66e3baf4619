package org.chuyi.notification.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.notification.text.MessageTexts;
import org.chuyi.organisation.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** A person's messages; every query names her account, so that nobody reads or marks another's. */
@Repository
class PersonalMessages {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final MessageTexts texts;
    private final Clock clock;

    PersonalMessages(JdbcClient jdbc, MessageTexts texts, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    /** The newest first. */
    List<PersonalMessage> list(
            AccountId reader, boolean unreadOnly, Optional<Long> before, int limit, Locale language) {
        return jdbc.sql("select id, template, arguments, link, created_at, read_at from message"
                        + " where account_id = :reader and id < :before"
                        + (unreadOnly ? " and read_at is null" : "")
                        + " order by id desc limit :limit")
                .param("reader", reader.value())
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query((row, index) -> message(row, language))
                .list();
    }

    /** Where the message leads; empty when there is no such message of hers. */
    @Transactional
    Optional<String> open(AccountId reader, long id) {
        markRead(reader, id);
        return jdbc.sql("select link from message where account_id = :reader and id = :id")
                .param("reader", reader.value())
                .param("id", id)
                .query(String.class)
                .optional();
    }

    @Transactional
    void markRead(AccountId reader, long id) {
        jdbc.sql("update message set read_at = :now where account_id = :reader and id = :id and read_at is null")
                .param("now", now())
                .param("reader", reader.value())
                .param("id", id)
                .update();
    }

    /** Up to the newest one that she was shown: what came in meanwhile stays unread. */
    @Transactional
    void markAllRead(AccountId reader, long newest) {
        jdbc.sql("update message set read_at = :now where account_id = :reader and id <= :newest and read_at is null")
                .param("now", now())
                .param("reader", reader.value())
                .param("newest", newest)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }

    private PersonalMessage message(ResultSet row, Locale language) throws SQLException {
        MessageTexts.Text text = texts.of(row.getString("template"), arguments(row.getString("arguments")), language);
        return new PersonalMessage(
                row.getLong("id"),
                text.title(),
                text.text(),
                row.getString("link"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") == null);
    }

    private static Map<String, Object> arguments(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A message's arguments are not JSON", e);
        }
    }
}
