package org.chuyi.notification.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.notification.NoticeChoice;
import org.chuyi.notification.NoticeKind;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each person wants to be told; asked by the sender, never while something is decided. */
@Service
public class NoticePreferences {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    NoticePreferences(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Preferences of(AccountId account) {
        Map<NoticeKind, NoticeChoice> choices = new EnumMap<>(NoticeKind.class);
        jdbc.sql("select kind, choice from notice_choice where account_id = :account")
                .param("account", account.value())
                .query((row, index) -> Map.entry(row.getString("kind"), NoticeChoice.valueOf(row.getString("choice"))))
                .list()
                .forEach(chosen -> known(chosen.getKey()).ifPresent(kind -> choices.put(kind, chosen.getValue())));
        return jdbc.sql("select quiet_from, quiet_until, digest_hour from notice_hours where account_id = :account")
                .param("account", account.value())
                .query((row, index) -> new Preferences(choices, quiet(row), row.getInt("digest_hour")))
                .optional()
                .orElseGet(() -> new Preferences(choices, QuietHours.USUAL, Preferences.USUAL_DIGEST_HOUR));
    }

    /** The kind that is none of hers or does not allow what was chosen for it; empty when all is kept. */
    @Transactional
    public Optional<NoticeKind> change(Actor actor, Preferences wanted) {
        Optional<NoticeKind> refused = refusedIn(actor, wanted);
        if (refused.isPresent()) {
            return refused;
        }
        Preferences before = of(actor.account());
        wanted.choices().forEach((kind, choice) -> choose(actor.account(), kind, choice));
        keepHours(actor.account(), wanted);
        Map<String, String> changes = changes(before, wanted);
        if (!changes.isEmpty()) {
            audit.record(AuditEntry.of("notice.preferencesChanged", "account", actor.login(), changes));
        }
        return Optional.empty();
    }

    private static Optional<NoticeKind> refusedIn(Actor actor, Preferences wanted) {
        return wanted.choices().entrySet().stream()
                .filter(chosen -> !chosen.getKey().concerns(actor)
                        || !chosen.getKey().choices().contains(chosen.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void choose(AccountId account, NoticeKind kind, NoticeChoice choice) {
        jdbc.sql("""
                        insert into notice_choice (account_id, kind, choice) values (:account, :kind, :choice)
                        on conflict (account_id, kind) do update set choice = excluded.choice""")
                .param("account", account.value())
                .param("kind", kind.name())
                .param("choice", choice.name())
                .update();
    }

    private void keepHours(AccountId account, Preferences wanted) {
        jdbc.sql("""
                        insert into notice_hours (account_id, quiet_from, quiet_until, digest_hour)
                        values (:account, :from, :until, :hour)
                        on conflict (account_id) do update set quiet_from = excluded.quiet_from,
                            quiet_until = excluded.quiet_until, digest_hour = excluded.digest_hour""")
                .param("account", account.value())
                .param("from", wanted.quiet().from())
                .param("until", wanted.quiet().until())
                .param("hour", wanted.digestHour())
                .update();
    }

    /** What is different afterwards, as before → after. */
    private static Map<String, String> changes(Preferences before, Preferences wanted) {
        Map<String, String> changes = new LinkedHashMap<>();
        wanted.choices()
                .forEach((kind, choice) ->
                        note(changes, kind.name(), before.of(kind).name(), choice.name()));
        note(changes, "quiet", text(before.quiet()), text(wanted.quiet()));
        note(changes, "digestHour", Integer.toString(before.digestHour()), Integer.toString(wanted.digestHour()));
        return changes;
    }

    private static void note(Map<String, String> changes, String what, String before, String after) {
        if (!before.equals(after)) {
            changes.put(what, before + " → " + after);
        }
    }

    private static String text(QuietHours quiet) {
        return quiet.isNever() ? "–" : quiet.from() + "–" + quiet.until();
    }

    private static QuietHours quiet(ResultSet row) throws SQLException {
        return new QuietHours(
                row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_until", LocalTime.class));
    }

    /** A kind that there was once is none any more. */
    private static Optional<NoticeKind> known(String name) {
        return Stream.of(NoticeKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }
}
