package org.chuyi.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.chuyi.notification.mail.MailRelay;
import org.chuyi.notification.text.MessageTexts;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Post;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages and mails as rows: one statement however many readers, who are found by the same statement.
 *
 * <p>Where no mail server is configured no mail is written: one that comes years late helps nobody.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DatabaseNotifications implements Notifications {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String WRITE = """
            , told as (
                insert into message (account_id, template, arguments, link, created_at)
                select id, :template, cast(:arguments as jsonb), :link, :now from reader order by id
            )
            insert into mail_outbox (account_id, address, language, template, arguments, link, state, created_at)
            select id, email, language, :template, cast(:arguments as jsonb), :link, 'WAITING', :now
            from reader where :mail and email <> '' order by id
            """;

    private final JdbcClient jdbc;
    private final MessageTexts texts;
    private final MailRelay relay;
    private final Clock clock;

    DatabaseNotifications(JdbcClient jdbc, MessageTexts texts, MailRelay relay, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public void tell(Collection<AccountId> people, String template, Map<String, ?> arguments, String link) {
        Long[] accounts = people.stream().map(AccountId::value).toArray(Long[]::new);
        write(
                jdbc.sql(
                                "with reader as (select id, email, language from account where enabled and id = any(:accounts))"
                                        + WRITE)
                        .param("accounts", accounts),
                template,
                arguments,
                link);
    }

    @Override
    public void tell(Post post, String template, Map<String, ?> arguments, String link) {
        write(
                jdbc.sql("with reader as (select a.id, a.email, a.language from post p join account a on"
                                + " a.id = p.account_id where a.enabled and p.organisation_id = :organisation"
                                + " and p.role = :role)" + WRITE)
                        .param("organisation", post.organisation().value())
                        .param("role", post.role().name()),
                template,
                arguments,
                link);
    }

    private void write(JdbcClient.StatementSpec statement, String template, Map<String, ?> arguments, String link) {
        if (!PortalPath.isOne(link)) {
            throw new IllegalArgumentException("Not a path in the portal: " + link);
        }
        // Assertions are on in tests and off in production: a text with a gap must fail a test and never a decision.
        assert texts.knows(template) : "No text for the message " + template;
        assert arguments.keySet().containsAll(texts.valuesOf(template, Locale.SIMPLIFIED_CHINESE))
                : "The message " + template + " needs " + texts.valuesOf(template, Locale.SIMPLIFIED_CHINESE) + ", not "
                        + arguments.keySet();
        int mails = statement
                .param("template", template)
                .param("arguments", json(arguments))
                .param("link", link)
                .param("mail", relay.hasMailServer())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), clock.getZone()))
                .update();
        if (mails > 0) {
            relay.nudgeAfterCommit();
        }
    }

    private static String json(Map<String, ?> arguments) {
        try {
            return JSON.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Arguments that cannot be written down: " + arguments.keySet(), e);
        }
    }
}
