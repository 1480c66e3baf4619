package org.chuyi.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.shared.WorkCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 代理: a person names a colleague of the same organisation who may do, from one day to another, what her posts and her
 * assignments allow. The deputy's sessions end with each change, so that she never goes on with yesterday's rights.
 */
@Service
@Transactional
public class Deputies {

    private static final String SELECT = """
            select d.id, d.principal_id, p.name as principal_name, d.deputy_id, a.name as deputy_name,
              o.name as organisation_name, d.first_day, d.last_day, d.reason, d.revoked_at
            from deputy d join account p on p.id = d.principal_id join account a on a.id = d.deputy_id
              join organisation o on o.id = d.organisation_id
            """;

    private final JdbcClient jdbc;
    private final AccountRows rows;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deputies(JdbcClient jdbc, AccountRows rows, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Whether a colleague can do in somebody's place what takes this role. */
    public static boolean covers(Role role) {
        return DeputyRules.COVERED.contains(role);
    }

    /** Colleagues among whom she may choose: by account id, of the organisation that she acts for now. */
    @Transactional(readOnly = true)
    public Map<String, String> candidates(Actor principal) {
        return jdbc
                .sql("""
                        select a.id, a.name, a.login from account a
                        where a.enabled and a.id <> :me and exists (select 1 from post p where p.account_id = a.id
                            and p.organisation_id = :organisation)
                          and not exists (select 1 from post p where p.account_id = a.id and p.role in (:excluded))
                        order by a.name, a.id""")
                .param("me", principal.account().value())
                .param("organisation", principal.organisation().value())
                .param(
                        "excluded",
                        List.of(
                                Role.EXPERT.name(),
                                Role.SYSTEM_ADMINISTRATOR.name(),
                                Role.SECURITY_ADMINISTRATOR.name(),
                                Role.AUDITOR.name()))
                .query((row, n) -> Map.entry(
                        String.valueOf(row.getLong("id")), row.getString("name") + "（" + row.getString("login") + "）"))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, java.util.LinkedHashMap::new));
    }

    /** Empty when it is done. */
    public Optional<DeputyProblem> name(
            Actor principal, AccountId deputy, LocalDate firstDay, LocalDate lastDay, String reason) {
        rows.lock(principal.account()).orElseThrow();
        var problem = DeputyRules.problem(naming(principal, deputy, firstDay, lastDay, reason.strip()));
        if (problem.isEmpty()) {
            jdbc.sql("""
                            insert into deputy (principal_id, deputy_id, organisation_id, first_day, last_day, reason,
                              named_by, named_at)
                            values (:principal, :deputy, :organisation, :first, :last, :reason, :principal, :now)""")
                    .param("principal", principal.account().value())
                    .param("deputy", deputy.value())
                    .param("organisation", principal.organisation().value())
                    .param("first", firstDay)
                    .param("last", lastDay)
                    .param("reason", reason.strip())
                    .param("now", AccountRows.time(clock.instant()))
                    .update();
            announce("account.deputyNamed", principal.login(), deputy, firstDay, lastDay);
        }
        return problem;
    }

    /** By the principal herself, or by the security administrator; false when it is neither's, or over already. */
    public boolean revoke(Actor by, long id) {
        var found = jdbc.sql(SELECT + """
                         where d.id = :id and d.revoked_at is null and d.last_day >= :today
                           and (d.principal_id = :by or :administrator) for update of d""")
                .param("id", id)
                .param("today", today())
                .param("by", by.account().value())
                .param("administrator", by.is(Role.SECURITY_ADMINISTRATOR))
                .query(Deputies::deputy)
                .optional();
        found.ifPresent(deputy -> {
            jdbc.sql("update deputy set revoked_at = :now where id = :id")
                    .param("now", AccountRows.time(clock.instant()))
                    .param("id", id)
                    .update();
            announce(
                    "account.deputyRevoked",
                    rows.find(deputy.principal()).orElseThrow().login(),
                    deputy.deputy(),
                    deputy.firstDay(),
                    deputy.lastDay());
        });
        return found.isPresent();
    }

    /** Those that she named, and those for whom she stands in; the latest first. */
    @Transactional(readOnly = true)
    public List<Deputy> of(AccountId account) {
        return jdbc.sql(SELECT + " where d.principal_id = :account or d.deputy_id = :account order by d.id desc")
                .param("account", account.value())
                .query(Deputies::deputy)
                .list();
    }

    /** Today and later. */
    private List<StandIn> standIns(AccountId deputy, OrganisationId organisation) {
        return jdbc.sql("""
                        select d.principal_id, p.name, d.first_day, d.last_day,
                          array(select role from post where account_id = d.principal_id
                            and organisation_id = d.organisation_id) as roles
                        from deputy d join account p on p.id = d.principal_id
                        where d.deputy_id = :deputy and d.organisation_id = :organisation and d.revoked_at is null
                          and d.last_day >= :today and p.enabled
                        order by d.id""")
                .param("deputy", deputy.value())
                .param("organisation", organisation.value())
                .param("today", today())
                .query(Deputies::standIn)
                .list();
    }

    /** The person as she acts for that organisation today. */
    Actor actor(Capacity capacity, Account account) {
        return capacity.of(account).standingIn(standIns(account.id(), capacity.organisation()), today());
    }

    /** A principal who loses a post, or leaves, takes it from her deputy as well. */
    @EventListener
    void follow(AccountChanged changed) {
        jdbc.sql("""
                        select a.login from deputy d join account a on a.id = d.deputy_id
                        where d.principal_id = :principal and d.revoked_at is null and d.last_day >= :today""")
                .param("principal", changed.account().id().value())
                .param("today", today())
                .query(String.class)
                .list()
                .forEach(login -> events.publishEvent(new AccessWithdrawn(login)));
    }

    private DeputyRules.Naming naming(
            Actor principal, AccountId deputy, LocalDate firstDay, LocalDate lastDay, String reason) {
        var posts = rows.find(deputy).filter(Account::enabled).isPresent() ? rows.posts(deputy) : Set.<Post>of();
        return new DeputyRules.Naming(
                principal.account(),
                deputy,
                principal.deputyships().own(),
                posts.stream()
                        .filter(post -> post.organisation().equals(principal.organisation()))
                        .map(Post::role)
                        .collect(Collectors.toSet()),
                posts.stream().map(Post::role).collect(Collectors.toSet()),
                firstDay,
                lastDay,
                today(),
                reason,
                overlaps("principal_id", principal, firstDay, lastDay),
                overlaps("deputy_id", principal, firstDay, lastDay));
    }

    /** @param column one of ours, never from outside */
    private boolean overlaps(String column, Actor person, LocalDate firstDay, LocalDate lastDay) {
        return jdbc.sql("select exists (select 1 from deputy where " + column + """
                         = :person and organisation_id = :organisation and revoked_at is null
                           and first_day <= :last and last_day >= :first)""")
                .param("person", person.account().value())
                .param("organisation", person.organisation().value())
                .param("first", firstDay)
                .param("last", lastDay)
                .query(Boolean.class)
                .single();
    }

    private void announce(String action, String principal, AccountId deputy, LocalDate firstDay, LocalDate lastDay) {
        String login = rows.find(deputy).orElseThrow().login();
        audit.record(AuditEntry.of(
                action,
                "account",
                principal,
                Map.of("deputy", login, "from", firstDay.toString(), "to", lastDay.toString())));
        events.publishEvent(new AccessWithdrawn(login));
    }

    private LocalDate today() {
        return WorkCalendar.dayOf(clock.instant());
    }

    private static StandIn standIn(ResultSet row, int number) throws SQLException {
        var roles = java.util.Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        return new StandIn(
                new AccountId(row.getLong("principal_id")),
                row.getString("name"),
                Role.actedAs(DeputyRules.covered(roles)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    private static Deputy deputy(ResultSet row, int number) throws SQLException {
        return new Deputy(
                row.getLong("id"),
                new AccountId(row.getLong("principal_id")),
                row.getString("principal_name"),
                new AccountId(row.getLong("deputy_id")),
                row.getString("deputy_name"),
                row.getString("organisation_name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("reason"),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(java.sql.Timestamp::toInstant));
    }
}
