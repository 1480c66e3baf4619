package org.chuyi.selection;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stored pool of experts. */
@Repository
class Experts {

    /** Panels that still have work for their experts. */
    private static final String SELECT = """
            select e.account_id, a.login, a.name, a.email, e.organisation_id, o.name as employer, o.city_code, e.title,
              e.majors, e.available_from, e.available_to, e.active and a.enabled as active,
              (select count(*) from expert_seat s join contest c on c.key = s.contest_key
               where s.account_id = e.account_id and s.state in ('INVITED', 'ACCEPTED')
                 and c.state in ('DRAWING', 'INVITING', 'SCORING', 'DISCUSSION')) as panels
            from expert e join account a on a.id = e.account_id join organisation o on o.id = e.organisation_id
            """;

    private final JdbcClient jdbc;

    Experts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Expert> find(AccountId account) {
        return jdbc.sql(SELECT + "where e.account_id = :account")
                .param("account", account.value())
                .query(Experts::expert)
                .optional();
    }

    Optional<Expert> find(String login) {
        return jdbc.sql(SELECT + "where a.login = :login")
                .param("login", login)
                .query(Experts::expert)
                .optional();
    }

    /** In order of login. */
    List<Expert> all() {
        return jdbc.sql(SELECT + "order by a.login").query(Experts::expert).list();
    }

    List<Expert> withLogins(Collection<String> logins) {
        return jdbc.sql(SELECT + "where a.login = any(:logins) order by a.login")
                .param("logins", logins.toArray(String[]::new))
                .query(Experts::expert)
                .list();
    }

    /** In order of login. */
    List<Expert> search(ExpertFilter filter, String after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("a.login > :after"));
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("after", after, "limit", limit));
        if (!filter.name().isEmpty()) {
            conditions.add("(strpos(a.name, :name) > 0 or strpos(a.login, lower(:name)) > 0)");
            parameters.put("name", filter.name());
        }
        if (!filter.employer().isEmpty()) {
            conditions.add("strpos(o.name, :employer) > 0");
            parameters.put("employer", filter.employer());
        }
        filter.specialty().ifPresent(specialty -> {
            conditions.add("e.specialties @> array[cast(:specialty as text)]");
            parameters.put("specialty", specialty.name());
        });
        filter.city().ifPresent(city -> {
            conditions.add("o.city_code = :city");
            parameters.put("city", city);
        });
        String sql = SELECT + "where " + String.join(" and ", conditions);
        if (filter.availableOn().isPresent()) {
            sql = "select * from (" + sql + ") found where active and panels < :most"
                    + " and (available_from is null or available_from <= :day)"
                    + " and (available_to is null or available_to >= :day)";
            parameters.put("most", DrawGround.MOST_PANELS);
            parameters.put("day", Date.valueOf(filter.availableOn().get()));
            return jdbc.sql(sql + " order by login limit :limit")
                    .params(parameters)
                    .query(Experts::expert)
                    .list();
        }
        return jdbc.sql(sql + " order by a.login limit :limit")
                .params(parameters)
                .query(Experts::expert)
                .list();
    }

    /** Adds or changes; the name is the account's and stays. */
    void put(AccountId account, OrganisationId employer, ExpertFacts facts, Instant at) {
        jdbc.sql("""
                        insert into expert (account_id, organisation_id, title, majors, specialties, available_from,
                          available_to, created_at)
                        values (:account, :employer, :title, :majors, :specialties, :from, :to, :at)
                        on conflict (account_id) do update set organisation_id = excluded.organisation_id,
                          title = excluded.title, majors = excluded.majors, specialties = excluded.specialties,
                          available_from = excluded.available_from, available_to = excluded.available_to""")
                .param("account", account.value())
                .param("employer", employer.value())
                .param("title", facts.title())
                .param("majors", facts.majors().toArray(String[]::new))
                .param(
                        "specialties",
                        facts.majors().stream()
                                .map(Specialty::of)
                                .flatMap(Optional::stream)
                                .distinct()
                                .sorted()
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("from", facts.availableFrom().map(Date::valueOf).orElse(null))
                .param("to", facts.availableTo().map(Date::valueOf).orElse(null))
                .param("at", Timestamp.from(at))
                .update();
    }

    void setActive(AccountId account, boolean active) {
        jdbc.sql("update expert set active = :active where account_id = :account")
                .param("active", active)
                .param("account", account.value())
                .update();
    }

    private static Expert expert(ResultSet row, int number) throws SQLException {
        return new Expert(
                new AccountId(row.getLong("account_id")),
                row.getString("login"),
                row.getString("name"),
                Optional.ofNullable(row.getString("email")),
                new OrganisationId(row.getLong("organisation_id")),
                row.getString("employer"),
                row.getString("city_code"),
                row.getString("title"),
                List.of((String[]) row.getArray("majors").getArray()),
                Optional.ofNullable(row.getDate("available_from")).map(Date::toLocalDate),
                Optional.ofNullable(row.getDate("available_to")).map(Date::toLocalDate),
                row.getBoolean("active"),
                row.getInt("panels"));
    }
}
