package org.chuyi.notification.mail;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.notification.NoticeChoice;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.outbox.Bundle;
import org.chuyi.notification.outbox.Digest;
import org.chuyi.notification.outbox.Notice;
import org.chuyi.notification.outbox.Outbox;
import org.chuyi.notification.outbox.Outbox.Addressee;
import org.chuyi.notification.outbox.Parcel.Form;
import org.chuyi.notification.preference.NoticePreferences;
import org.chuyi.notification.preference.Preferences;
import org.chuyi.notification.preference.SendingRules;
import org.chuyi.organisation.AccountId;
import org.chuyi.shared.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes mails of what a person was told, as she wants them: one person and one transaction at a time, under the lock of
 * her account, so that two nodes never pack for the same person at once. What she has read meanwhile needs no mail.
 */
@Component
class MailPacking {

    /** Packed at a time; the rest follows by the same rules. */
    private static final int MOST_NOTICES = 5_000;

    private final JdbcClient jdbc;
    private final NoticePreferences preferences;
    private final Outbox outbox;
    private final Clock clock;

    MailPacking(JdbcClient jdbc, NoticePreferences preferences, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.preferences = preferences;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** False when nobody is left for whom something is due. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean next() {
        Instant now = clock.instant();
        Optional<Addressee> person = lockNext(now);
        person.ifPresent(addressee -> pack(addressee, now));
        return person.isPresent();
    }

    private Optional<Addressee> lockNext(Instant now) {
        return jdbc.sql("""
                        select id, case when enabled then coalesce(email, '') else '' end as address, language from account
                        where id in (select account_id from message where mail_at <= :now order by mail_at limit 500)
                        limit 1 for no key update skip locked""")
                .param("now", at(now))
                .query((row, index) ->
                        new Addressee(row.getLong("id"), row.getString("address"), row.getString("language")))
                .optional();
    }

    private void pack(Addressee to, Instant now) {
        drop("account_id = :account and mail_at <= :now and read_at is not null", to, now);
        if (to.address().isEmpty()) {
            drop("account_id = :account and mail_at <= :now", to, now);
            return;
        }
        Preferences hers = preferences.of(new AccountId(to.account()));
        Instant awake = hers.quiet().endAfter(now);
        if (awake.isAfter(now)) {
            hold(to, now, awake);
            return;
        }
        Map<NoticeKind, Instant> last = lastMails(to, now);
        List<Notice> digest = new ArrayList<>();
        held(to).forEach((kind, notices) -> {
            switch (hers.of(kind)) {
                case AT_ONCE -> packAtOnce(to, kind, notices, Optional.ofNullable(last.get(kind)), now);
                case DIGEST -> digest.addAll(dueForDigest(notices, hers.digestHour(), now));
                case IN_APP -> mailAt(notices, null);
            }
        });
        packDigest(to, digest, now);
    }

    /** The first that was told says when; later ones go along. */
    private void packAtOnce(Addressee to, NoticeKind kind, List<Notice> notices, Optional<Instant> last, Instant now) {
        Notice first = notices.get(0);
        Instant leaves = SendingRules.atOnce(first.toldAt(), last);
        if (leaves.isAfter(now)) {
            mailAt(notices, leaves);
            return;
        }
        if (notices.size() == 1) {
            outbox.put(Form.SINGLE, to, kind.name(), first.template(), first.arguments(), first.link());
        } else {
            outbox.put(Form.BURST, to, kind.name(), "", Bundle.of(kind, notices), kind.place());
        }
        mailAt(notices, null);
    }

    private List<Notice> dueForDigest(List<Notice> notices, int hour, Instant now) {
        Map<Instant, List<Notice>> byTime =
                notices.stream().collect(groupingBy(notice -> SendingRules.inDigest(notice.toldAt(), hour)));
        List<Notice> due = new ArrayList<>();
        byTime.forEach((leaves, those) -> {
            if (leaves.isAfter(now)) {
                mailAt(those, leaves);
            } else {
                due.addAll(those);
            }
        });
        return due;
    }

    /** Never an empty one. */
    private void packDigest(Addressee to, List<Notice> notices, Instant now) {
        if (notices.isEmpty()) {
            return;
        }
        List<Bundle> bundles = byKind(notices).entrySet().stream()
                .map(kind -> Bundle.of(kind.getKey(), kind.getValue()))
                .toList();
        outbox.put(
                Form.DIGEST,
                to,
                NoticeChoice.DIGEST.name(),
                "",
                new Digest(WorkCalendar.dayOf(now).toString(), bundles),
                "/messages?unread=true");
        mailAt(notices, null);
    }

    /** Those that are due come first, so that each look leaves fewer of them. */
    private Map<NoticeKind, List<Notice>> held(Addressee to) {
        return byKind(jdbc.sql("""
                        select id, template, arguments, link, created_at from message
                        where account_id = :account and mail_at is not null and read_at is null
                        order by mail_at, id limit :most""")
                .param("account", to.account())
                .param("most", MOST_NOTICES)
                .query((row, index) -> Notice.of(row))
                .list());
    }

    private static Map<NoticeKind, List<Notice>> byKind(List<Notice> notices) {
        return notices.stream()
                .collect(groupingBy(Notice::kind, () -> new EnumMap<>(NoticeKind.class), Collectors.toList()));
    }

    private Map<NoticeKind, Instant> lastMails(Addressee to, Instant now) {
        Map<NoticeKind, Instant> last = new EnumMap<>(NoticeKind.class);
        jdbc.sql("""
                        select kind, max(created_at) as at from outbox
                        where account_id = :account and created_at > :since and form <> 'DIGEST' and kind is not null
                        group by kind""")
                .param("account", to.account())
                .param("since", at(now.minus(SendingRules.APART)))
                .query(row -> {
                    last.put(
                            NoticeKind.valueOf(row.getString("kind")),
                            row.getObject("at", OffsetDateTime.class).toInstant());
                });
        return last;
    }

    private void hold(Addressee to, Instant now, Instant until) {
        jdbc.sql("update message set mail_at = :until where account_id = :account and mail_at <= :now")
                .param("account", to.account())
                .param("now", at(now))
                .param("until", at(until))
                .update();
    }

    private void drop(String which, Addressee to, Instant now) {
        jdbc.sql("update message set mail_at = null where " + which)
                .param("account", to.account())
                .param("now", at(now))
                .update();
    }

    private void mailAt(List<Notice> notices, Instant when) {
        jdbc.sql("update message set mail_at = :at where id = any(:ids) and mail_at is distinct from :at")
                .param("at", when == null ? null : at(when), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ids", notices.stream().map(Notice::id).toArray(Long[]::new))
                .update();
    }

    private OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, clock.getZone());
    }
}
