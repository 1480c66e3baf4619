package org.chuyi.notification.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails that wait; each is posted under its row's lock, so that no two threads or nodes post the same. */
@Component
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final String COLUMNS = "id, address, language, template, arguments, link";
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;
    private final Letters letters;
    private final HandOver handOver;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Letters letters, HandOver handOver, Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.handOver = handOver;
        this.clock = clock;
    }

    /**
     * Posts the oldest mail that nobody else is posting; one that fails is handed over to the engine. False when there
     * is none.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean postNext() {
        Optional<Mail> next = jdbc.sql("select " + COLUMNS
                        + " from mail_outbox where state = 'WAITING' order by id limit 1 for update skip locked")
                .query((row, index) -> mail(row))
                .optional();
        next.ifPresent(mail -> {
            try {
                letters.post(mail);
            } catch (RuntimeException failed) {
                log.warn("Mail {} is handed over to the engine: {}", mail.id(), failed.getMessage());
                handOver.take(mail.id());
                handedOver(mail.id());
                return;
            }
            sent(mail.id());
        });
        return next.isPresent();
    }

    /** Posts a mail unless it was posted before; throws a MailException when the server does not take it. */
    @Transactional
    public void deliver(long id) {
        jdbc.sql("select " + COLUMNS + " from mail_outbox where id = :id and state <> 'SENT' for update")
                .param("id", id)
                .query((row, index) -> mail(row))
                .optional()
                .ifPresent(mail -> {
                    letters.post(mail);
                    sent(id);
                });
    }

    private void sent(long id) {
        jdbc.sql("update mail_outbox set state = 'SENT', sent_at = :now where id = :id")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .param("id", id)
                .update();
    }

    private void handedOver(long id) {
        jdbc.sql("update mail_outbox set state = 'HANDED_OVER' where id = :id")
                .param("id", id)
                .update();
    }

    private static Mail mail(ResultSet row) throws SQLException {
        return new Mail(
                row.getLong("id"),
                row.getString("address"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("template"),
                arguments(row.getString("arguments")),
                row.getString("link"));
    }

    private static Map<String, Object> arguments(String json) {
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A mail's arguments are not JSON", e);
        }
    }
}
