package org.chuyi.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Many accounts at once, and where mail reaches them: for modules that keep lists of people. */
@Component
public class AccountDirectory {

    private final JdbcClient jdbc;
    private final AccountRows rows;
    private final AuditTrail audit;

    AccountDirectory(JdbcClient jdbc, AccountRows rows, AuditTrail audit) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
    }

    /** By login, in one statement; logins that are none are left out. */
    @Transactional(readOnly = true)
    public Map<String, Account> byLogin(Collection<String> logins) {
        List<String> wanted =
                logins.stream().map(Accounts::canonical).distinct().toList();
        return rows.withLogins(wanted).stream().collect(Collectors.toMap(Account::login, Function.identity()));
    }

    /** Those of them who review, decide or administer, and so cannot be experts; in one statement. */
    @Transactional(readOnly = true)
    public Set<AccountId> holdingOffice(Collection<Account> accounts) {
        return jdbc.sql(
                        "select distinct account_id from post where account_id = any(:accounts) and role = any(:offices)")
                .param(
                        "accounts",
                        accounts.stream().map(account -> account.id().value()).toArray(Long[]::new))
                .param("offices", PostPolicy.OFFICES.stream().map(Role::name).toArray(String[]::new))
                .query((row, at) -> new AccountId(row.getLong("account_id")))
                .set();
    }

    /** A login as it is kept. */
    public static String canonical(String login) {
        return Accounts.canonical(login);
    }

    /** Does nothing when it is the address already; the address itself does not go into the record. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reachAt(Account account, Optional<String> email) {
        if (!account.email().equals(email)) {
            jdbc.sql("update account set email = :email where id = :id")
                    .param("email", email.orElse(null))
                    .param("id", account.id().value())
                    .update();
            audit.record(AuditEntry.of("account.emailChanged", "account", account.login()));
        }
    }
}
