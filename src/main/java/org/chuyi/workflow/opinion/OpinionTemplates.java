package org.chuyi.workflow.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's opinion templates and those shared in the organisation for which she acts, the most used first. */
@Service
public class OpinionTemplates {

    /** More are no help: nobody finds one among them. */
    public static final int MOST_OWN = 50;

    /** Over {@code opinion_template t}: hers, or shared where she acts. */
    private static final String READABLE =
            "t.organisation_id = :organisation and (t.shared or t.account_id = :account)";

    private static final String CHANGEABLE = "t.id = :id and t.organisation_id = :organisation"
            + " and (t.account_id = :account or t.shared and :leader)";

    private final JdbcClient jdbc;
    private final Clock clock;

    OpinionTemplates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<OpinionTemplate> of(Actor actor) {
        return as(actor, """
                        select t.*, a.name as by_name, coalesce(u.uses, 0) as uses,
                          t.account_id = :account or t.shared and :leader as may_change
                        from opinion_template t join account a on a.id = t.account_id
                        left join opinion_use u on u.template_id = t.id and u.account_id = :account
                        where %s
                        order by coalesce(u.uses, 0) desc, u.used_at desc nulls last, t.id""".formatted(READABLE))
                .query(OpinionTemplates::template)
                .list();
    }

    /** What kept it from being kept, as message key; empty when it is. The same text is kept once. */
    @Transactional
    public Optional<String> add(Actor actor, String text, boolean shared) {
        Optional<String> problem = problemOf(text);
        if (problem.isPresent() || isKept(actor, text.strip(), shared)) {
            return problem;
        }
        problem = tooMany(actor);
        if (problem.isEmpty()) {
            as(actor, """
                            insert into opinion_template (account_id, organisation_id, shared, text, created_at)
                            values (:account, :organisation, :shared, :text, :at)""")
                    .param("shared", shared)
                    .param("text", text.strip())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        }
        return problem;
    }

    /** As {@link #add}; changes nothing where it is not hers to change. */
    @Transactional
    public Optional<String> change(Actor actor, long id, String text, boolean shared) {
        Optional<String> problem = problemOf(text);
        if (problem.isEmpty()) {
            as(actor, "update opinion_template t set text = :text, shared = :shared where " + CHANGEABLE)
                    .param("id", id)
                    .param("text", text.strip())
                    .param("shared", shared)
                    .update();
        }
        return problem;
    }

    /** False where it is not hers to change. */
    @Transactional
    public boolean delete(Actor actor, long id) {
        return as(actor, "delete from opinion_template t where " + CHANGEABLE)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Notes that she has taken it, so that it comes higher next time. */
    @Transactional
    public void used(Actor actor, long id) {
        as(actor, """
                        insert into opinion_use (template_id, account_id, uses, used_at)
                        select t.id, :account, 1, :at from opinion_template t
                        where t.id = :id and %s
                        on conflict (template_id, account_id) do update
                          set uses = opinion_use.uses + 1, used_at = excluded.used_at""".formatted(READABLE))
                .param("id", id)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private Optional<String> problemOf(String text) {
        int length = text.strip().length();
        if (length == 0 || text.indexOf('\0') >= 0) {
            return Optional.of("workflow.opinion.problem.empty");
        }
        return length > OpinionTemplate.LONGEST ? Optional.of("workflow.opinion.problem.long") : Optional.empty();
    }

    /** As it is wanted now: whether to share it may have changed. */
    private boolean isKept(Actor actor, String text, boolean shared) {
        return as(actor, """
                        update opinion_template set shared = :shared
                        where account_id = :account and organisation_id = :organisation and text = :text""").param("text", text).param("shared", shared).update() > 0;
    }

    private Optional<String> tooMany(Actor actor) {
        long own = as(actor, """
                        select count(*) from opinion_template t
                        where t.account_id = :account and t.organisation_id = :organisation""").query(Long.class).single();
        return own >= MOST_OWN ? Optional.of("workflow.opinion.problem.many") : Optional.empty();
    }

    private JdbcClient.StatementSpec as(Actor actor, String sql) {
        return jdbc.sql(sql)
                .param("account", actor.account().value())
                .param("organisation", actor.organisation().value())
                .param("leader", actor.roles().stream().anyMatch(Role::leads));
    }

    private static OpinionTemplate template(ResultSet row, int number) throws SQLException {
        return new OpinionTemplate(
                row.getLong("id"),
                row.getString("text"),
                row.getBoolean("shared"),
                row.getString("by_name"),
                row.getBoolean("may_change"),
                row.getInt("uses"));
    }
}
