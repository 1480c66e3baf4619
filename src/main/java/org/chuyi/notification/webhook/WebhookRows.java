package org.chuyi.notification.webhook;

import java.net.URI;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.preference.QuietHours;
import org.chuyi.notification.webhook.WebhookResult.Outcome;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.workflow.form.SealedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Robots as rows; address and secret are sealed there and opened for one attempt. */
@Repository
class WebhookRows {

    private static final String ADDRESS_SEAL = "webhook.address";
    private static final String SECRET_SEAL = "webhook.secret";
    private static final int KEPT_RESULTS = 50;
    private static final String SELECT = """
            select w.*, o.name as organisation_name from webhook w join organisation o on o.id = w.organisation_id
            """;

    private final JdbcClient jdbc;
    private final SealedText seals;
    private final Clock clock;

    WebhookRows(JdbcClient jdbc, SealedText seals, Clock clock) {
        this.jdbc = jdbc;
        this.seals = seals;
        this.clock = clock;
    }

    List<Webhook> all() {
        return jdbc.sql(SELECT + "order by not w.enabled, o.name, w.id")
                .query((row, index) -> webhook(row))
                .list();
    }

    Optional<Webhook> find(long id) {
        return jdbc.sql(SELECT + "where w.id = :id")
                .param("id", id)
                .query((row, index) -> webhook(row))
                .optional();
    }

    /** @param secret empty where its kind signs nothing */
    long add(OrganisationId organisation, RobotKind kind, WebhookWanted wanted, URI address, Optional<String> secret) {
        return values(jdbc.sql("""
                                insert into webhook (organisation_id, robot, name, host, address, secret, language,
                                    kinds, quiet_from, quiet_until, enabled, created_at)
                                values (:organisation, :robot, :name, :host, :address, :secret, :language,
                                    :kinds, :from, :until, true, :now) returning id"""), wanted)
                .param("organisation", organisation.value())
                .param("robot", kind.name())
                .param("host", WebhookAddresses.hostOf(address))
                .param("address", seals.seal(address.toString(), ADDRESS_SEAL))
                .param(
                        "secret",
                        secret.map(each -> seals.seal(each, SECRET_SEAL)).orElse(null),
                        Types.VARCHAR)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    void change(long id, WebhookWanted wanted) {
        values(jdbc.sql("""
                                update webhook set name = :name, language = :language, kinds = :kinds,
                                    quiet_from = :from, quiet_until = :until where id = :id"""), wanted).param("id", id).update();
    }

    void move(long id, URI address) {
        jdbc.sql("update webhook set host = :host, address = :address where id = :id")
                .param("host", WebhookAddresses.hostOf(address))
                .param("address", seals.seal(address.toString(), ADDRESS_SEAL))
                .param("id", id)
                .update();
    }

    void renew(long id, String secret) {
        jdbc.sql("update webhook set secret = :secret where id = :id")
                .param("secret", seals.seal(secret, SECRET_SEAL))
                .param("id", id)
                .update();
    }

    /** False when it was so already. */
    boolean switched(long id, boolean on) {
        return jdbc.sql("update webhook set enabled = :on where id = :id and enabled <> :on")
                        .param("id", id)
                        .param("on", on)
                        .update()
                == 1;
    }

    /** With what lets write to it; empty where it is switched off. */
    Optional<SealedWebhook> open(long id) {
        return jdbc.sql(SELECT + "where w.id = :id and w.enabled")
                .param("id", id)
                .query((row, index) -> new SealedWebhook(
                        id,
                        RobotKind.valueOf(row.getString("robot")),
                        row.getString("organisation_name"),
                        opened(row.getString("address"), ADDRESS_SEAL),
                        row.getString("secret") == null ? "" : opened(row.getString("secret"), SECRET_SEAL),
                        Locale.forLanguageTag(row.getString("language"))))
                .optional();
    }

    private String opened(String sealed, String place) {
        return seals.open(sealed, place)
                .orElseThrow(
                        () -> new IllegalStateException("A robot was sealed with a key that is not there (CHUYI_KEY)"));
    }

    /** In a transaction of its own: what failed is to be seen though the attempt is rolled back. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void keep(long webhook, Long parcel, WebhookResult result) {
        jdbc.sql("""
                        insert into webhook_result (webhook_id, outbox_id, outcome, status, at)
                        values (:webhook, :parcel, :outcome, :status, :at)""")
                .param("webhook", webhook)
                .param("parcel", parcel, Types.BIGINT)
                .param("outcome", result.outcome().name())
                .param("status", result.status().orElse(null), Types.INTEGER)
                .param("at", OffsetDateTime.ofInstant(result.at(), clock.getZone()))
                .update();
        jdbc.sql("""
                        delete from webhook_result where webhook_id = :webhook and id <= (
                            select id from webhook_result where webhook_id = :webhook
                            order by id desc offset :kept limit 1)""").param("webhook", webhook).param("kept", KEPT_RESULTS).update();
    }

    /** The latest first. */
    List<WebhookResult> resultsOf(long webhook, int most) {
        return jdbc.sql("select * from webhook_result where webhook_id = :webhook order by id desc limit :most")
                .param("webhook", webhook)
                .param("most", most)
                .query((row, index) -> new WebhookResult(
                        Outcome.valueOf(row.getString("outcome")),
                        Optional.ofNullable(row.getObject("status", Integer.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("outbox_id") == null))
                .list();
    }

    private JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, WebhookWanted wanted) {
        return statement
                .param("name", wanted.name())
                .param("language", wanted.language())
                .param("kinds", wanted.kinds().stream().map(NoticeKind::name).toArray(String[]::new))
                .param("from", wanted.quiet().from())
                .param("until", wanted.quiet().until());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("organisation_name"),
                row.getString("name"),
                RobotKind.valueOf(row.getString("robot")),
                row.getString("host"),
                row.getString("language"),
                kinds(row.getArray("kinds")),
                new QuietHours(
                        row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_until", LocalTime.class)),
                row.getBoolean("enabled"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static Set<NoticeKind> kinds(Array names) throws SQLException {
        Set<String> chosen = Set.of((String[]) names.getArray());
        return Stream.of(NoticeKind.values())
                .filter(kind -> chosen.contains(kind.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(NoticeKind.class)));
    }
}
