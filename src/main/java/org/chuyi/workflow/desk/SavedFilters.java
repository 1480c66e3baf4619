package org.chuyi.workflow.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's named filters of the inbox and those shared in the organisation for which she acts. */
@Service
public class SavedFilters {

    public static final int MOST_OWN = 20;

    /** Over {@code saved_filter f}: hers, or shared where she acts. */
    private static final String READABLE =
            "f.organisation_id = :organisation and (f.shared or f.account_id = :account)";

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedFilters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Her own first, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<SavedFilter> of(Actor actor) {
        return as(actor, """
                        select f.*, a.name as by_name, f.account_id = :account as may_delete,
                          d.filter_id is not null as is_default
                        from saved_filter f join account a on a.id = f.account_id
                        left join default_filter d on d.filter_id = f.id and d.account_id = :account
                          and d.organisation_id = :organisation
                        where %s order by f.account_id <> :account, f.id""".formatted(READABLE)).query(SavedFilters::filter).list();
    }

    /** Address of the filter with which her inbox opens. */
    @Transactional(readOnly = true)
    public Optional<String> defaultOf(Actor actor) {
        return as(actor, """
                        select f.address from default_filter d join saved_filter f on f.id = d.filter_id
                        where d.account_id = :account and d.organisation_id = :organisation and %s""".formatted(READABLE)).query(String.class).optional();
    }

    /** What kept it from being kept, as message key; empty when it is. What she had under that name is replaced. */
    @Transactional
    public Optional<String> add(Actor actor, String name, String address, boolean shared) {
        String given = name.strip();
        if (given.isEmpty() || given.length() > SavedFilter.LONGEST_NAME || given.indexOf('\0') >= 0) {
            return Optional.of("workflow.filter.problem.name");
        }
        int replaced = as(actor, """
                        update saved_filter set shared = :shared, address = :address
                        where account_id = :account and organisation_id = :organisation and name = :name""")
                .param("shared", shared)
                .param("name", given)
                .param("address", address)
                .update();
        if (replaced > 0) {
            return Optional.empty();
        }
        long own = as(actor, """
                        select count(*) from saved_filter
                        where account_id = :account and organisation_id = :organisation""").query(Long.class).single();
        if (own >= MOST_OWN) {
            return Optional.of("workflow.filter.problem.many");
        }
        as(actor, """
                        insert into saved_filter (account_id, organisation_id, shared, name, address, created_at)
                        values (:account, :organisation, :shared, :name, :address, :at)""")
                .param("shared", shared)
                .param("name", given)
                .param("address", address)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return Optional.empty();
    }

    /** False where it is not hers; shared no more, it is nobody else's default either. */
    @Transactional
    public boolean share(Actor actor, long id, boolean shared) {
        return as(actor, """
                        update saved_filter set shared = :shared
                        where id = :id and account_id = :account and organisation_id = :organisation""").param("id", id).param("shared", shared).update() == 1;
    }

    /** False where it is not hers. */
    @Transactional
    public boolean delete(Actor actor, long id) {
        return as(actor, """
                        delete from saved_filter
                        where id = :id and account_id = :account and organisation_id = :organisation""").param("id", id).update() == 1;
    }

    /** Hers opens with it from now on; pressed again, with no filter. */
    @Transactional
    public void toggleDefault(Actor actor, long id) {
        int removed = as(actor, """
                        delete from default_filter
                        where account_id = :account and organisation_id = :organisation and filter_id = :id""").param("id", id).update();
        if (removed == 0) {
            as(actor, """
                            insert into default_filter (account_id, organisation_id, filter_id)
                            select :account, :organisation, f.id from saved_filter f where f.id = :id and %s
                            on conflict (account_id, organisation_id) do update set filter_id = excluded.filter_id""".formatted(READABLE)).param("id", id).update();
        }
    }

    private JdbcClient.StatementSpec as(Actor actor, String sql) {
        return jdbc.sql(sql)
                .param("account", actor.account().value())
                .param("organisation", actor.organisation().value());
    }

    private static SavedFilter filter(ResultSet row, int number) throws SQLException {
        return new SavedFilter(
                row.getLong("id"),
                row.getString("name"),
                row.getString("address"),
                row.getBoolean("shared"),
                row.getString("by_name"),
                row.getBoolean("may_delete"),
                row.getBoolean("is_default"));
    }
}
