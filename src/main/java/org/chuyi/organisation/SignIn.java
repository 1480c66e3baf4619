package org.chuyi.organisation;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing in with login and password, and changing the organisation that one acts for. */
@Service
@Transactional
public class SignIn {

    private final JdbcClient jdbc;
    private final AccountRows rows;
    private final Deputies deputies;
    private final PasswordEncoder encoder;
    private final PasswordFailures failures;
    private final CurrentActor currentActor;
    private final AuditTrail audit;
    private final Clock clock;
    private final String nobodysHash = hashThatNothingMatches();

    SignIn(
            JdbcClient jdbc,
            AccountRows rows,
            Deputies deputies,
            PasswordEncoder encoder,
            PasswordFailures failures,
            CurrentActor currentActor,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.deputies = deputies;
        this.encoder = encoder;
        this.failures = failures;
        this.currentActor = currentActor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Empty when the login is unknown, the password wrong, the account locked, disabled or without a post: the caller
     * is not told which, and each takes the same work.
     */
    public Optional<SignedIn> attempt(String login, String password) {
        var account = rows.lock(Accounts.canonical(login));
        var hash = account.map(known -> rows.passwordHash(known.id())).orElse(nobodysHash);
        boolean matches = encoder.matches(password, hash);
        var admitted = account.filter(known -> matches).filter(this::mayEnter).flatMap(this::firstCapacity);
        if (admitted.isEmpty()) {
            refuse(account, matches);
            return Optional.empty();
        }
        admit(admitted.get());
        return admitted;
    }

    /** As whom she acts from now on; empty when she holds no post there. */
    public Optional<SignedIn> actFor(AccountId id, OrganisationId organisation) {
        var account = rows.find(id).orElseThrow();
        var chosen = rows.capacities(id).stream()
                .filter(capacity -> capacity.organisation().equals(organisation))
                .map(capacity -> new SignedIn(deputies.actor(capacity, account), account.mustChangePassword(), false))
                .findFirst();
        chosen.ifPresent(signedIn -> currentActor.during(
                signedIn,
                () -> audit.record(AuditEntry.of(
                        "account.actsFor",
                        "account",
                        account.login(),
                        Map.of("organisation", signedIn.actor().organisationName())))));
        return chosen;
    }

    public void signedOut(SignedIn signedIn) {
        currentActor.during(
                signedIn, () -> audit.record(AuditEntry.of("account.signedOut", "account", signedIn.getName())));
    }

    private boolean mayEnter(Account account) {
        return account.enabled() && !failures.isLocked(account);
    }

    /** With posts for several organisations she has no role at all until she has said for which one she acts. */
    private Optional<SignedIn> firstCapacity(Account account) {
        var capacities = rows.capacities(account.id());
        if (capacities.isEmpty()) {
            return Optional.empty();
        }
        var first = capacities.get(0);
        if (capacities.size() == 1) {
            return Optional.of(new SignedIn(deputies.actor(first, account), account.mustChangePassword(), false));
        }
        var undecided = new Capacity(
                first.organisation(),
                first.organisationName(),
                first.organisationKind(),
                first.cityCode(),
                EnumSet.noneOf(Role.class));
        return Optional.of(new SignedIn(undecided.of(account), account.mustChangePassword(), true));
    }

    private void admit(SignedIn signedIn) {
        var id = signedIn.actor().account();
        failures.forget(id);
        jdbc.sql("update account set last_signed_in_at = :now where id = :id")
                .param("now", AccountRows.time(clock.instant()))
                .param("id", id.value())
                .update();
        currentActor.during(
                signedIn, () -> audit.record(AuditEntry.of("account.signedIn", "account", signedIn.getName())));
    }

    /** What was typed for an unknown login is not recorded: it may be a password in the wrong field. */
    private void refuse(Optional<Account> account, boolean passwordMatched) {
        audit.record(AuditEntry.of(
                "account.signInFailed",
                "account",
                account.map(Account::login).orElse(""),
                Map.of("known", account.isPresent())));
        account.filter(known -> !passwordMatched).ifPresent(failures::count);
    }

    /** Of the same form and cost as a real one, and of no password. */
    private static String hashThatNothingMatches() {
        var random = new SecureRandom();
        byte[] salt = new byte[PasswordConfiguration.SALT_BYTES];
        byte[] hash = new byte[PasswordConfiguration.HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        PasswordConfiguration.MEMORY_KIB,
                        PasswordConfiguration.ITERATIONS,
                        PasswordConfiguration.PARALLELISM,
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }
}
