package org.chuyi.organisation;

import java.time.Clock;
import java.time.Duration;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the wrong passwords given for an account, wherever one is asked for, and locks it after too many. */
@Component
class PasswordFailures {

    static final int UNTIL_LOCKED = 5;
    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    PasswordFailures(JdbcClient jdbc, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    boolean isLocked(Account account) {
        return account.isLockedAt(clock.instant());
    }

    /** One more, unless the account is locked anyway. */
    void count(Account account) {
        if (isLocked(account)) {
            return;
        }
        int failures = jdbc.sql(
                        "update account set failed_sign_ins = failed_sign_ins + 1 where id = :id returning failed_sign_ins")
                .param("id", account.id().value())
                .query(Integer.class)
                .single();
        if (failures >= UNTIL_LOCKED) {
            jdbc.sql("update account set failed_sign_ins = 0, locked_until = :until where id = :id")
                    .param("until", AccountRows.time(clock.instant().plus(LOCKED_FOR)))
                    .param("id", account.id().value())
                    .update();
            audit.record(AuditEntry.of("account.locked", "account", account.login()));
        }
    }

    void forget(AccountId id) {
        jdbc.sql("update account set failed_sign_ins = 0, locked_until = null where id = :id")
                .param("id", id.value())
                .update();
    }
}
