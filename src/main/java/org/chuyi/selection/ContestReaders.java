package org.chuyi.selection;

import java.util.Optional;
import org.chuyi.application.LeadDepartment;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.workflow.CaseHolding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may read a contest with its names: 教育厅's officers and leader, and an officer of a department that is or was
 * asked to countersign it. Said in the query; what must not be seen is not loaded.
 */
@Component
public class ContestReaders {

    private final JdbcClient jdbc;
    private final LeadDepartment leadDepartment;

    ContestReaders(JdbcClient jdbc, LeadDepartment leadDepartment) {
        this.jdbc = jdbc;
        this.leadDepartment = leadDepartment;
    }

    /** Of the department that runs the rounds. */
    public boolean runs(Actor actor) {
        return actor.organisation().equals(leadDepartment.id())
                && (actor.is(Role.PROVINCIAL_OFFICER) || actor.is(Role.PROVINCIAL_LEADER));
    }

    /** The contest, if this person may read it. */
    public Optional<ContestKey> find(String key, Actor actor) {
        if (!ContestKey.isKey(key) || !actor.is(Role.PROVINCIAL_OFFICER) && !actor.is(Role.PROVINCIAL_LEADER)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select key from contest c where c.key = :key and (:runs or exists (
                          select 1 from inbox_task t where t.business_key = c.key and t.task_key = 'countersign'
                            and t.organisation_id = :organisation and t.state in ('OPEN', 'DONE')) or exists (
                          select 1 from inbox_copy k where k.business_key = c.key and """ + CaseHolding.COPIED + "))")
                .param("key", key)
                .param("runs", runs(actor))
                .param("account", actor.account().value())
                .param("organisation", actor.organisation().value())
                .query(String.class)
                .optional()
                .map(ContestKey::of);
    }
}
