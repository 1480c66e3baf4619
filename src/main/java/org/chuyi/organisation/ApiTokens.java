package org.chuyi.organisation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens with which a program calls the API in a person's name, for one organisation. */
@Service
@Transactional
public class ApiTokens {

    public static final String PREFIX = "chuyi_";

    /** So that reading by API does not write at every call. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private static final int LONGEST_NAME = 100;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final AuditTrail audit;
    private final Clock clock;

    ApiTokens(JdbcClient jdbc, Accounts accounts, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Returns the token itself, for the only time. */
    public String create(Actor actor, String name) {
        var token = PREFIX + Secret.random();
        var kept = name.strip();
        jdbc.sql("""
                        insert into api_token (account_id, organisation_id, name, token_hash, created_at)
                        values (:account, :organisation, :name, :hash, :now)
                        """)
                .param("account", actor.account().value())
                .param("organisation", actor.organisation().value())
                .param("name", kept.substring(0, Math.min(kept.length(), LONGEST_NAME)))
                .param("hash", Secret.sha256(token))
                .param("now", AccountRows.time(clock.instant()))
                .update();
        audit.record(AuditEntry.of("account.tokenCreated", "account", actor.login(), Map.of("token", kept)));
        return token;
    }

    @Transactional(readOnly = true)
    public List<ApiToken> of(AccountId account) {
        return jdbc.sql("""
                        select api_token.id, api_token.name, organisation.name as organisation_name, created_at,
                               last_used_at, revoked_at
                          from api_token join organisation on organisation.id = api_token.organisation_id
                         where account_id = :account
                         order by revoked_at is not null, api_token.id desc
                        """)
                .param("account", account.value())
                .query((row, number) -> new ApiToken(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("organisation_name"),
                        row.getTimestamp("created_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("last_used_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant)))
                .list();
    }

    /** One of her own; another's stays as it is. */
    public void revoke(Actor actor, long token) {
        jdbc.sql("""
                        update api_token set revoked_at = :now
                        where id = :token and account_id = :account and revoked_at is null
                        returning name
                        """)
                .param("now", AccountRows.time(clock.instant()))
                .param("token", token)
                .param("account", actor.account().value())
                .query(String.class)
                .optional()
                .ifPresent(name -> audit.record(
                        AuditEntry.of("account.tokenRevoked", "account", actor.login(), Map.of("token", name))));
    }

    /** Whom the token speaks for, with the posts she holds at this moment. */
    public Optional<SignedIn> signIn(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select api_token.id, account_id, organisation_id
                          from api_token join account on account.id = account_id
                         where token_hash = :hash and revoked_at is null and enabled and not must_change_password
                        """)
                .param("hash", Secret.sha256(token))
                .query((row, number) -> new Found(
                        row.getLong("id"),
                        new AccountId(row.getLong("account_id")),
                        new OrganisationId(row.getLong("organisation_id"))))
                .optional()
                .flatMap(found -> {
                    noteUse(found.id());
                    return accounts.actor(found.account(), found.organisation());
                })
                .map(actor -> new SignedIn(actor, false, false));
    }

    private void noteUse(long token) {
        var now = clock.instant();
        jdbc.sql("""
                        update api_token set last_used_at = :now
                        where id = :token and (last_used_at is null or last_used_at <= :before)
                        """)
                .param("now", AccountRows.time(now))
                .param("before", AccountRows.time(now.minus(USE_NOTED_EVERY)))
                .param("token", token)
                .update();
    }

    private record Found(long id, AccountId account, OrganisationId organisation) {}
}
