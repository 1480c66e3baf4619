package org.chuyi.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuyi.notification.outbox.MailServer;
import org.chuyi.notification.preference.SendingRules;
import org.chuyi.notification.text.MessageTexts;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Deputies;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.shared.WorkCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages as rows: one statement however many readers, who are found by the same statement. What becomes of them besides
 * is the sender's business. Whoever stands in for a reader on that day reads it too, as she wants her own.
 *
 * <p>Where no mail server is configured no mail is noted: one that comes years late helps nobody.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DatabaseNotifications implements Notifications {

    private static final Logger log = LoggerFactory.getLogger(DatabaseNotifications.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String[] COVERED =
            Stream.of(Role.values()).filter(Deputies::covers).map(Role::name).toArray(String[]::new);

    /** Those who are told, and whoever stands in for one of them today at that place (代理). */
    private static final String WRITE = """
            , reader as (
                select id, email from told
                union
                select a.id, a.email from told
                  join deputy d on d.principal_id = told.id and d.organisation_id = told.place
                    and d.revoked_at is null and :today between d.first_day and d.last_day
                  join account a on a.id = d.deputy_id and a.enabled
            )
            insert into message (account_id, template, arguments, link, created_at, mail_at)
            select id, :template, cast(:arguments as jsonb), :link, :now,
                case when :mail and email <> '' then cast(:settled as timestamptz) end
            from reader order by id
            """;

    private static final String PEOPLE = """
            with told as (
                select id, email, cast(:place as bigint) as place from account where enabled and id = any(:accounts)
            """;

    /** Without those who are applicants and nothing else, unless the step is their own. */
    private static final String PEOPLE_INSIDE = PEOPLE + """
                and (not exists (select from post p where p.account_id = account.id and p.role = any(:applicants))
                    or exists (select from post p where p.account_id = account.id
                        and (p.role <> all(:applicants) or p.organisation_id = :ownStep)))
            """;

    private static final String HOLDERS = """
            with told as (
                select a.id, a.email, case when p.role = any(:covered) then p.organisation_id end as place
                from post p join account a on a.id = p.account_id
                where a.enabled and %s
            ), robot as (
                insert into webhook_line (webhook_id, template, arguments, link, created_at, due_at)
                select id, :template, cast(:arguments as jsonb), :link, :now, :settled
                from webhook where organisation_id = any(:organisations) and enabled and :kind = any(kinds)
            )
            """;

    private static final String POST =
            HOLDERS.formatted("p.organisation_id = any(:organisations) and p.role = any(:roles)");

    /** Pairs, since each post has its own role. */
    private static final String POSTS =
            HOLDERS.formatted("(p.organisation_id, p.role) in (select * from unnest(:organisations, :roles))");

    private final JdbcClient jdbc;
    private final MessageTexts texts;
    private final MailServer mailServer;
    private final Clock clock;

    DatabaseNotifications(JdbcClient jdbc, MessageTexts texts, MailServer mailServer, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.mailServer = mailServer;
        this.clock = clock;
    }

    @Override
    public void tell(Collection<AccountId> people, String template, Map<String, ?> arguments, String link) {
        tellPeople(people, Optional.empty(), template, arguments, link);
    }

    @Override
    public void tell(Post step, Collection<AccountId> people, String template, Map<String, ?> arguments, String link) {
        tellPeople(people, Optional.of(step), template, arguments, link);
    }

    @Override
    public void tell(Post post, String template, Map<String, ?> arguments, String link) {
        tell(post, Optional.empty(), template, arguments, link);
    }

    @Override
    public void tell(OrganisationId step, Post post, String template, Map<String, ?> arguments, String link) {
        tell(post, Optional.of(step), template, arguments, link);
    }

    private void tellPeople(
            Collection<AccountId> people, Optional<Post> step, String template, Map<String, ?> arguments, String link) {
        Long[] accounts = people.stream().map(AccountId::value).toArray(Long[]::new);
        boolean everybody = ApplicantNotices.isPublic(template);
        var statement = jdbc.sql((everybody ? PEOPLE : PEOPLE_INSIDE) + ")" + WRITE)
                .param("accounts", accounts)
                .param("place", coveredPlace(step), Types.BIGINT);
        if (!everybody) {
            statement = statement
                    .param("applicants", ApplicantNotices.names().toArray(String[]::new))
                    .param(
                            "ownStep",
                            ApplicantNotices.ownStep(template, step.map(Post::organisation))
                                    .map(OrganisationId::value)
                                    .orElse(-1L));
        }
        write(statement, template, arguments, link);
    }

    /** Where a deputy hears of it too: of a step that she may do in the person's place, and of nothing else. */
    private static Long coveredPlace(Optional<Post> step) {
        return step.filter(post -> Deputies.covers(post.role()))
                .map(post -> post.organisation().value())
                .orElse(null);
    }

    private void tell(
            Post post, Optional<OrganisationId> step, String template, Map<String, ?> arguments, String link) {
        tell(POST, List.of(post), step, template, arguments, link);
    }

    @Override
    public void tellAll(Collection<Post> posts, String template, Map<String, ?> arguments, String link) {
        tell(POSTS, posts, Optional.empty(), template, arguments, link);
    }

    private void tell(
            String readers,
            Collection<Post> posts,
            Optional<OrganisationId> step,
            String template,
            Map<String, ?> arguments,
            String link) {
        List<Post> allowed = posts.stream()
                .filter(post -> ApplicantNotices.mayBeTold(post, template, step))
                .toList();
        assert allowed.size() == posts.size() : "The inner step " + template + " is told to applicants";
        if (allowed.size() < posts.size()) {
            log.error("Left out: the notice {} of an inner step would have gone to applicants", template);
        }
        write(
                jdbc.sql(readers + WRITE)
                        .param(
                                "organisations",
                                allowed.stream()
                                        .map(post -> post.organisation().value())
                                        .toArray(Long[]::new))
                        .param(
                                "roles",
                                allowed.stream().map(post -> post.role().name()).toArray(String[]::new))
                        .param("covered", COVERED)
                        .param("kind", NoticeKind.of(template).name()),
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
        Instant now = clock.instant();
        statement
                .param("template", template)
                .param("arguments", json(arguments))
                .param("link", link)
                .param("mail", mailServer.isThere())
                .param("today", WorkCalendar.dayOf(now))
                .param("now", OffsetDateTime.ofInstant(now, clock.getZone()))
                .param("settled", OffsetDateTime.ofInstant(SendingRules.settled(now), clock.getZone()))
                .update();
    }

    private static String json(Map<String, ?> arguments) {
        try {
            return JSON.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Arguments that cannot be written down: " + arguments.keySet(), e);
        }
    }
}
