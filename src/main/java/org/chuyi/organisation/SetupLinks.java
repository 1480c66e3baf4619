package org.chuyi.organisation;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** One-time links by which the first security administrator is made, while there is no account at all. */
@Service
@Transactional
public class SetupLinks {

    static final Duration VALID_FOR = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final Clock clock;

    SetupLinks(JdbcClient jdbc, Accounts accounts, Organisations organisations, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /** The link's token, for the only time; empty when there is an account already. */
    public Optional<String> issue() {
        if (anyAccount()) {
            return Optional.empty();
        }
        var token = Secret.random();
        jdbc.sql("insert into setup_link (token_hash, created_at) values (:hash, :now)")
                .param("hash", Secret.sha256(token))
                .param("now", AccountRows.time(clock.instant()))
                .update();
        return Optional.of(token);
    }

    @Transactional(readOnly = true)
    public boolean isValid(String token) {
        return !anyAccount()
                && jdbc.sql("""
                                select exists (select from setup_link
                                                where token_hash = :hash and used_at is null and created_at > :since)
                                """)
                        .param("hash", Secret.sha256(token))
                        .param("since", AccountRows.time(clock.instant().minus(VALID_FOR)))
                        .query(Boolean.class)
                        .single();
    }

    /** Makes the first security administrator, of the leading department, and uses the link up. */
    public AccountResult use(String token, NewAccount wanted, String password) {
        // Two links used at the same moment must not make two first administrators.
        jdbc.sql("lock table account in share row exclusive mode").update();
        if (!isValid(token)) {
            return AccountResult.refused(AccountProblem.LINK_NOT_VALID);
        }
        var created = accounts.createWithOwnPassword(wanted, password);
        if (!(created instanceof AccountResult.Done done)) {
            return created;
        }
        jdbc.sql("update setup_link set used_at = :now where token_hash = :hash")
                .param("now", AccountRows.time(clock.instant()))
                .param("hash", Secret.sha256(token))
                .update();
        audit.record(AuditEntry.of("account.setupLinkUsed", "account", Accounts.canonical(wanted.login())));
        var appointed = accounts.appoint(
                done.account(),
                new Post(organisations.department(Department.EDUCATION).id(), Role.SECURITY_ADMINISTRATOR));
        if (appointed instanceof AccountResult.Refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return appointed;
    }

    private boolean anyAccount() {
        return jdbc.sql("select exists (select from account)")
                .query(Boolean.class)
                .single();
    }
}
