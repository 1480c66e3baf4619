package org.chuyi.notification.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.outbox.Parcel.Form;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The parcels that wait; each is delivered under its row's lock, so that no two threads or nodes deliver the same. */
@Component
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final String COLUMNS =
            "id, channel, coalesce(account_id, webhook_id) as receiver, address, language, form, template, arguments, link";

    private final JdbcClient jdbc;
    private final ObjectProvider<Courier> couriers;
    private final HandOver handOver;
    private final Clock clock;

    Outbox(JdbcClient jdbc, ObjectProvider<Courier> couriers, HandOver handOver, Clock clock) {
        this.jdbc = jdbc;
        this.couriers = couriers;
        this.handOver = handOver;
        this.clock = clock;
    }

    /**
     * Delivers the oldest parcel of the channel that nobody else is delivering; one that fails is handed over to the
     * engine. False when there is none.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean deliverNext(Channel channel) {
        Optional<Parcel> next = jdbc.sql("select " + COLUMNS + " from outbox"
                        + " where state = 'WAITING' and channel = :channel order by id limit 1 for update skip locked")
                .param("channel", channel.name())
                .query((row, index) -> parcel(row))
                .optional();
        next.ifPresent(parcel -> {
            try {
                deliver(parcel, channel);
            } catch (RuntimeException failed) {
                log.warn("{} {} is handed over to the engine: {}", channel, parcel.id(), failed.getMessage());
                handOver.take(parcel.id(), channel);
                to("HANDED_OVER", parcel.id());
            }
        });
        return next.isPresent();
    }

    /** Delivers a parcel unless it was delivered before; throws when it is not taken. */
    @Transactional
    public void deliver(long id) {
        jdbc.sql("select " + COLUMNS + " from outbox where id = :id and state in ('WAITING', 'HANDED_OVER') for update")
                .param("id", id)
                .query((row, index) -> Map.entry(Channel.valueOf(row.getString("channel")), parcel(row)))
                .optional()
                .ifPresent(found -> deliver(found.getValue(), found.getKey()));
    }

    /** A mail to a person. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Form form, Addressee to, String kind, String template, Object arguments, String link) {
        put(form, kind, template, arguments, link, to.language())
                .param("channel", Channel.MAIL.name())
                .param("account", to.account())
                .param("webhook", null, java.sql.Types.BIGINT)
                .param("address", to.address())
                .update();
    }

    /** A message to a robot. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(long webhook, String language, NoticeKind kind, Object arguments) {
        put(Form.BURST, kind.name(), "", arguments, kind.place(), language)
                .param("channel", Channel.WEBHOOK.name())
                .param("account", null, java.sql.Types.BIGINT)
                .param("webhook", webhook)
                .param("address", "")
                .update();
    }

    /** Whom a mail goes to. */
    public record Addressee(long account, String address, String language) {}

    private JdbcClient.StatementSpec put(
            Form form, String kind, String template, Object arguments, String link, String language) {
        return jdbc.sql("""
                        insert into outbox (channel, account_id, webhook_id, address, language, form, kind, template,
                            arguments, link, state, created_at)
                        values (:channel, :account, :webhook, :address, :language, :form, :kind, :template,
                            cast(:arguments as jsonb), :link, 'WAITING', :now)""")
                .param("form", form.name())
                .param("kind", kind)
                .param("template", template)
                .param("arguments", Json.write(arguments))
                .param("link", link)
                .param("language", language)
                .param("now", now());
    }

    private void deliver(Parcel parcel, Channel channel) {
        if (couriersByChannel().get(channel).deliver(parcel)) {
            jdbc.sql("update outbox set state = 'SENT', sent_at = :now where id = :id")
                    .param("now", now())
                    .param("id", parcel.id())
                    .update();
        } else {
            to("DROPPED", parcel.id());
        }
    }

    private Map<Channel, Courier> couriersByChannel() {
        Collection<Courier> all = couriers.stream().toList();
        return all.stream().collect(Collectors.toMap(Courier::channel, Function.identity()));
    }

    private void to(String state, long id) {
        jdbc.sql("update outbox set state = :state where id = :id")
                .param("state", state)
                .param("id", id)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }

    private static Parcel parcel(ResultSet row) throws SQLException {
        return new Parcel(
                row.getLong("id"),
                row.getLong("receiver"),
                row.getString("address"),
                Locale.forLanguageTag(row.getString("language")),
                Form.valueOf(row.getString("form")),
                row.getString("template"),
                Json.read(row.getString("arguments")),
                row.getString("link"));
    }
}
