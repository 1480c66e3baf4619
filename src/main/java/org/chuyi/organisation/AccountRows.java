package org.chuyi.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The account tables, read. */
@Component
class AccountRows {

    private static final String COLUMNS = """
            id, login, name, email, enabled, must_change_password, locked_until, language, created_at, last_signed_in_at
            """;

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> find(AccountId id) {
        return jdbc.sql("select " + COLUMNS + " from account where id = :id")
                .param("id", id.value())
                .query(AccountRows::account)
                .optional();
    }

    /** Holds the account until the transaction ends, so that two changes to it go one after the other. */
    Optional<Account> lock(AccountId id) {
        return jdbc.sql("select " + COLUMNS + " from account where id = :id for update")
                .param("id", id.value())
                .query(AccountRows::account)
                .optional();
    }

    Optional<Account> lock(String login) {
        return jdbc.sql("select " + COLUMNS + " from account where login = :login for update")
                .param("login", login)
                .query(AccountRows::account)
                .optional();
    }

    Optional<Account> find(String login) {
        return jdbc.sql("select " + COLUMNS + " from account where login = :login")
                .param("login", login)
                .query(AccountRows::account)
                .optional();
    }

    /**
     * Accounts in order of login whose login, name or organisation contains the text.
     *
     * @param after the last login of the page before, or an empty text
     */
    List<Account> search(String text, String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from account
                        where login > :after
                          and (:text = '' or login like :pattern or name ilike :pattern or exists (
                                select from post join organisation on organisation.id = post.organisation_id
                                 where post.account_id = account.id and organisation.name ilike :pattern))
                        order by login
                        limit :limit
                        """)
                .param("after", after)
                .param("text", text)
                .param("pattern", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("limit", limit)
                .query(AccountRows::account)
                .list();
    }

    List<Account> withLogins(List<String> logins) {
        return jdbc.sql("select " + COLUMNS + " from account where login = any(:logins)")
                .param("logins", logins.toArray(String[]::new))
                .query(AccountRows::account)
                .list();
    }

    Set<Post> posts(AccountId id) {
        return jdbc
                .sql("select organisation_id, role from post where account_id = :id order by organisation_id, role")
                .param("id", id.value())
                .query((row, number) -> new Post(
                        new OrganisationId(row.getLong("organisation_id")), Role.valueOf(row.getString("role"))))
                .list()
                .stream()
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Capacity> capacities(AccountId id) {
        return jdbc.sql("""
                        select organisation.id, organisation.name, organisation.kind, organisation.city_code,
                               array_agg(post.role order by post.role) as roles
                          from post join organisation on organisation.id = post.organisation_id
                         where post.account_id = :id
                         group by organisation.id
                         order by organisation.id
                        """)
                .param("id", id.value())
                .query(AccountRows::capacity)
                .list();
    }

    String passwordHash(AccountId id) {
        return jdbc.sql("select password_hash from account where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    /** The present one first. */
    List<String> lastPasswordHashes(AccountId id, int count) {
        return jdbc.sql("""
                        select password_hash from password_history where account_id = :id
                        order by id desc limit :count
                        """)
                .param("id", id.value())
                .param("count", count)
                .query(String.class)
                .list();
    }

    /** The driver takes no Instant. */
    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new AccountId(row.getLong("id")),
                row.getString("login"),
                row.getString("name"),
                Optional.ofNullable(row.getString("email")),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                instant(row, "locked_until"),
                row.getString("language"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "last_signed_in_at"));
    }

    private static Capacity capacity(ResultSet row, int number) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .forEach(roles::add);
        return new Capacity(
                new OrganisationId(row.getLong("id")),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("city_code"),
                roles);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
