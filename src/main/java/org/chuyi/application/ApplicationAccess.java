package org.chuyi.application;

import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.workflow.CaseHolding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read an application; the one place where that is said, as a condition for the query.
 *
 * <p>The school's own people; whoever holds, or has done, one of its tasks, or was lent one; the lead department (教育厅)
 * once it has left the school.
 */
@Component
class ApplicationAccess {

    /** Over {@code project_application a}; parameters :account, :selves, :organisation, :roles, :ownSchool, :leadDepartment. */
    static final String MAY_READ = """
            ((:ownSchool and a.organisation_id = :organisation)
              or (:leadDepartment and a.submitted_at is not null)
              or exists (select 1 from inbox_task t where t.business_key = a.number and """ + CaseHolding.HOLDS + """
            )
              or exists (select 1 from inbox_copy k where k.business_key = a.number and """ + CaseHolding.COPIED + "))";

    private final JdbcClient jdbc;
    private final LeadDepartment leadDepartment;

    ApplicationAccess(JdbcClient jdbc, LeadDepartment leadDepartment) {
        this.jdbc = jdbc;
        this.leadDepartment = leadDepartment;
    }

    /**
     * The same for lists, said so that an index answers it: only what applies to this person. A school's list is its own
     * applications; what it confirmed for others it reads by their number.
     */
    String readableBy(Actor actor) {
        if (actsForSchool(actor)) {
            return "a.organisation_id = :organisation";
        }
        return leadDepartment.isLed(actor) ? "a.submitted_at is not null" : """
                        a.number in (select t.business_key from inbox_task t where """ + CaseHolding.HOLDS + ")";
    }

    boolean mayRead(ApplicationNumber number, Actor actor) {
        return bind(
                        jdbc.sql("select exists (select 1 from project_application a where a.number = :number and "
                                + MAY_READ + ")"),
                        actor)
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }

    /** Binds the parameters of {@link #MAY_READ}. */
    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Actor actor) {
        return statement
                .param("account", actor.account().value())
                .param("selves", actor.selves().stream().map(AccountId::value).toList())
                .param("organisation", actor.organisation().value())
                .param("roles", actor.roles().stream().map(Role::name).toList())
                .param("ownSchool", actsForSchool(actor))
                .param("leadDepartment", leadDepartment.isLed(actor));
    }

    /** Binds the parameters of {@link #readableBy}; those that it does not name are ignored. */
    JdbcClient.StatementSpec bindReader(JdbcClient.StatementSpec statement, Actor actor) {
        return statement
                .param("account", actor.account().value())
                .param("selves", actor.selves().stream().map(AccountId::value).toList())
                .param("organisation", actor.organisation().value())
                .param("roles", actor.roles().stream().map(Role::name).toList());
    }

    boolean isOfOwnSchool(ApplicationNumber number, Actor actor) {
        return actsForSchool(actor)
                && jdbc.sql("""
                                select exists (select 1 from project_application
                                  where number = :number and organisation_id = :organisation)""")
                        .param("number", number.value())
                        .param("organisation", actor.organisation().value())
                        .query(Boolean.class)
                        .single();
    }

    static boolean isOfOwnSchool(ProjectApplication application, Actor actor) {
        return actsForSchool(actor) && application.school().equals(actor.organisation());
    }

    private static boolean actsForSchool(Actor actor) {
        return actor.is(Role.APPLICANT) || actor.is(Role.SCHOOL_LEADER);
    }
}
