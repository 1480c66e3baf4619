package org.chuyi.organisation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts and the posts they hold. Every change leaves a line in the record, and is published in its transaction as
 * {@link AccountChanged}.
 */
@Service
@Transactional
public class Accounts {

    private static final int REMEMBERED_PASSWORDS = 5;

    /** What the engine takes as a user id, too. */
    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{1,31}");

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final int LONGEST_NAME = 50;

    private final JdbcClient jdbc;
    private final AccountRows rows;
    private final Deputies deputies;
    private final PasswordPolicy policy;
    private final PasswordEncoder encoder;
    private final PasswordFailures failures;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            JdbcClient jdbc,
            AccountRows rows,
            Deputies deputies,
            PasswordPolicy policy,
            PasswordEncoder encoder,
            PasswordFailures failures,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.deputies = deputies;
        this.policy = policy;
        this.encoder = encoder;
        this.failures = failures;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(AccountId id) {
        return rows.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String login) {
        return rows.find(canonical(login));
    }

    @Transactional(readOnly = true)
    public Set<Post> posts(AccountId id) {
        return rows.posts(id);
    }

    /** The organisations that she may act for. */
    @Transactional(readOnly = true)
    public List<Capacity> capacities(AccountId id) {
        return rows.capacities(id);
    }

    /** The person as she acts for the organisation; empty when she holds no post there. */
    @Transactional(readOnly = true)
    public Optional<Actor> actor(AccountId id, OrganisationId organisation) {
        return rows.find(id).flatMap(account -> rows.capacities(id).stream()
                .filter(capacity -> capacity.organisation().equals(organisation))
                .map(capacity -> deputies.actor(capacity, account))
                .findFirst());
    }

    /**
     * Accounts in order of login whose login, name or organisation contains the text.
     *
     * @param after the last login of the page before, or an empty text
     */
    @Transactional(readOnly = true)
    public List<Account> search(String text, String after, int limit) {
        return rows.search(text.strip().toLowerCase(Locale.ROOT), after, limit);
    }

    /** An account with a password that has to be changed at the first use. */
    public AccountResult create(NewAccount wanted, String initialPassword) {
        var login = canonical(wanted.login());
        var problems = problemsOf(wanted, login);
        problems.addAll(policy.problems(initialPassword, login, List.of()));
        return problems.isEmpty()
                ? insert(wanted, login, encoder.encode(initialPassword), true)
                : new AccountResult.Refused(problems);
    }

    /** The same with a password that is made up here, to be handed over and changed at the first use. */
    public Handover createWithOneTimePassword(NewAccount wanted) {
        var password = Secret.readable();
        var result = create(wanted, password);
        if (result instanceof AccountResult.Done done) {
            events.publishEvent(new AccountOpened(done.account(), canonical(wanted.login())));
        }
        return new Handover(result, password);
    }

    /** What became of it, and the password to hand over if it was done. */
    public record Handover(AccountResult result, String oneTimePassword) {}

    /** Her own password, by herself. A wrong present one counts as at the sign-in; a locked account is told nothing of it. */
    public AccountResult changePassword(AccountId id, String present, String wanted) {
        var account = lock(id);
        if (failures.isLocked(account)) {
            return AccountResult.refused(AccountProblem.PASSWORD_LOCKED);
        }
        if (!encoder.matches(present, rows.passwordHash(id))) {
            audit.record(entry("account.passwordChangeFailed", account, Map.of()));
            failures.count(account);
            return AccountResult.refused(AccountProblem.PASSWORD_WRONG);
        }
        var problems = policy.problems(wanted, account.login(), rows.lastPasswordHashes(id, REMEMBERED_PASSWORDS));
        if (!problems.isEmpty()) {
            return new AccountResult.Refused(problems);
        }
        setPassword(id, encoder.encode(wanted), false);
        failures.forget(id);
        audit.record(entry("account.passwordChanged", account, Map.of()));
        events.publishEvent(new AccessWithdrawn(account.login()));
        return new AccountResult.Done(id);
    }

    /** A one-time password in place of a forgotten one; also ends a lockout. */
    public Handover resetPassword(AccountId id, Actor by) {
        var account = lock(id);
        if (by.account().equals(id)) {
            return new Handover(AccountResult.refused(AccountProblem.NOT_TO_ONESELF), "");
        }
        var password = Secret.readable();
        setPassword(id, encoder.encode(password), true);
        failures.forget(id);
        audit.record(entry("account.passwordReset", account, Map.of()));
        events.publishEvent(new AccessWithdrawn(account.login()));
        events.publishEvent(new PasswordReset(id, account.login()));
        return new Handover(new AccountResult.Done(id), password);
    }

    public void unlock(AccountId id) {
        var account = lock(id);
        failures.forget(id);
        audit.record(entry("account.unlocked", account, Map.of()));
    }

    public AccountResult disable(AccountId id, Actor by) {
        if (by.account().equals(id)) {
            return AccountResult.refused(AccountProblem.NOT_TO_ONESELF);
        }
        return setEnabled(id, false, "account.disabled");
    }

    public AccountResult enable(AccountId id) {
        return setEnabled(id, true, "account.enabled");
    }

    public void speak(AccountId id, String language) {
        jdbc.sql("update account set language = :language where id = :id")
                .param("language", language.equals("en") ? "en" : "zh-CN")
                .param("id", id.value())
                .update();
    }

    public AccountResult grant(AccountId id, Post post, Actor by) {
        return grant(id, post, Optional.of(by.account()));
    }

    /** By the system itself: at first start, or for demonstration. */
    public AccountResult appoint(AccountId id, Post post) {
        return grant(id, post, Optional.empty());
    }

    public AccountResult revoke(AccountId id, Post post, Actor by) {
        var account = lock(id);
        if (by.account().equals(id)) {
            return AccountResult.refused(AccountProblem.NOT_TO_ONESELF);
        }
        int revoked = jdbc.sql(
                        "delete from post where account_id = :id and organisation_id = :organisation and role = :role")
                .param("id", id.value())
                .param("organisation", post.organisation().value())
                .param("role", post.role().name())
                .update();
        if (revoked == 1) {
            audit.record(entry("account.postRevoked", account, Map.of("post", post.group())));
            events.publishEvent(new AccessWithdrawn(account.login()));
            announce(id);
        }
        return new AccountResult.Done(id);
    }

    private AccountResult grant(AccountId id, Post post, Optional<AccountId> by) {
        var account = lock(id);
        var kind = jdbc.sql("select kind from organisation where id = :id")
                .param("id", post.organisation().value())
                .query(String.class)
                .optional()
                .map(OrganisationKind::valueOf);
        if (kind.isEmpty()) {
            return AccountResult.refused(AccountProblem.UNKNOWN_ORGANISATION);
        }
        var held = rows.posts(id).stream().map(Post::role).collect(Collectors.toSet());
        var problems = PostPolicy.problems(new PostPolicy.Appointment(by, id, held, post.role(), kind.get()));
        if (!problems.isEmpty()) {
            return new AccountResult.Refused(problems);
        }
        int granted = jdbc.sql("""
                        insert into post (account_id, organisation_id, role) values (:id, :organisation, :role)
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param("organisation", post.organisation().value())
                .param("role", post.role().name())
                .update();
        if (granted == 1) {
            audit.record(entry("account.postGranted", account, Map.of("post", post.group())));
            announce(id);
        }
        return new AccountResult.Done(id);
    }

    /** For demonstration alone: a known password that need not be changed, hashed once for all accounts. */
    AccountResult createForDemonstration(NewAccount wanted, String passwordHash) {
        return insert(wanted, canonical(wanted.login()), passwordHash, false);
    }

    /** For the first administrator, who has just chosen the password herself. */
    AccountResult createWithOwnPassword(NewAccount wanted, String password) {
        var login = canonical(wanted.login());
        var problems = problemsOf(wanted, login);
        problems.addAll(policy.problems(password, login, List.of()));
        return problems.isEmpty()
                ? insert(wanted, login, encoder.encode(password), false)
                : new AccountResult.Refused(problems);
    }

    static String canonical(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** What would be refused about it, whether or not the login is taken. */
    public static List<AccountProblem> problems(NewAccount wanted) {
        return problemsOf(wanted, canonical(wanted.login()));
    }

    private static List<AccountProblem> problemsOf(NewAccount wanted, String login) {
        var problems = new ArrayList<AccountProblem>();
        if (!LOGIN.matcher(login).matches()) {
            problems.add(AccountProblem.LOGIN_MALFORMED);
        }
        if (wanted.name().isBlank() || wanted.name().strip().length() > LONGEST_NAME) {
            problems.add(AccountProblem.NAME_MISSING);
        }
        if (wanted.email().filter(email -> !EMAIL.matcher(email).matches()).isPresent()) {
            problems.add(AccountProblem.EMAIL_MALFORMED);
        }
        return problems;
    }

    private AccountResult insert(NewAccount wanted, String login, String passwordHash, boolean mustChange) {
        var id = jdbc.sql("""
                        insert into account (login, name, email, password_hash, must_change_password, created_at)
                        values (:login, :name, :email, :hash, :mustChange, :now)
                        on conflict do nothing
                        returning id
                        """)
                .param("login", login)
                .param("name", wanted.name().strip())
                .param("email", wanted.email().orElse(null))
                .param("hash", passwordHash)
                .param("mustChange", mustChange)
                .param("now", AccountRows.time(clock.instant()))
                .query(Long.class)
                .optional()
                .map(AccountId::new);
        if (id.isEmpty()) {
            return AccountResult.refused(AccountProblem.LOGIN_TAKEN);
        }
        remember(id.get(), passwordHash);
        audit.record(entry("account.created", rows.find(id.get()).orElseThrow(), Map.of()));
        announce(id.get());
        return new AccountResult.Done(id.get());
    }

    private void setPassword(AccountId id, String hash, boolean mustChange) {
        jdbc.sql("update account set password_hash = :hash, must_change_password = :mustChange where id = :id")
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("id", id.value())
                .update();
        remember(id, hash);
    }

    private void remember(AccountId id, String hash) {
        jdbc.sql("insert into password_history (account_id, set_at, password_hash) values (:id, :now, :hash)")
                .param("id", id.value())
                .param("now", AccountRows.time(clock.instant()))
                .param("hash", hash)
                .update();
    }

    private AccountResult setEnabled(AccountId id, boolean enabled, String action) {
        var account = lock(id);
        jdbc.sql("update account set enabled = :enabled where id = :id")
                .param("enabled", enabled)
                .param("id", id.value())
                .update();
        audit.record(entry(action, account, Map.of()));
        if (!enabled) {
            events.publishEvent(new AccessWithdrawn(account.login()));
        }
        announce(id);
        return new AccountResult.Done(id);
    }

    private Account lock(AccountId id) {
        return rows.lock(id).orElseThrow(() -> new IllegalArgumentException("No account " + id));
    }

    private void announce(AccountId id) {
        events.publishEvent(new AccountChanged(rows.find(id).orElseThrow(), rows.posts(id)));
    }

    private static AuditEntry entry(String action, Account account, Map<String, ?> details) {
        return AuditEntry.of(action, "account", account.login(), details);
    }
}
