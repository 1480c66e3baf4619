package org.chuyi.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the inbox with the engine's open tasks, and brings it back into step. Both are written in one transaction, so
 * a difference means that somebody wrote past them, e.g. by restoring one table.
 */
@Service
public class InboxCheck {

    /** One statement: what only one of the two has, or what both have and say differently. */
    private static final String DIFFERENCES = """
            with engine as (
              select t.id_ as id, t.task_def_key_ as key, t.assignee_ as assignee,
                t.due_date_ at time zone :zone as due, i.business_key_ as business_key
              from act_ru_task t join act_ru_execution i on i.id_ = t.proc_inst_id_),
            inbox as (
              select t.task_id as id, t.task_key as key, a.login as assignee, t.due_at as due, t.business_key
              from inbox_task t left join account a on a.id = t.assignee_id
              where t.state = 'OPEN' and t.helps_task_id is null)
            select coalesce(engine.id, inbox.id) as id, coalesce(engine.key, inbox.key) as key,
              coalesce(engine.business_key, inbox.business_key) as business_key,
              case when inbox.id is null then 'MISSING' when engine.id is null then 'SURPLUS' else 'DIFFERENT' end as kind
            from engine full join inbox on inbox.id = engine.id
            where inbox.id is null or engine.id is null or engine.assignee is distinct from inbox.assignee
              or engine.due is distinct from inbox.due
            order by business_key, id""";

    private final JdbcClient jdbc;
    private final InboxTasks inbox;
    private final EngineTasks engine;
    private final AuditTrail audit;
    private final Clock clock;

    InboxCheck(JdbcClient jdbc, InboxTasks inbox, EngineTasks engine, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.engine = engine;
        this.audit = audit;
        this.clock = clock;
    }

    public enum Kind {
        /** The engine waits, and nobody's inbox shows it. */
        MISSING,
        /** An inbox shows what the engine does not wait for any more. */
        SURPLUS,
        /** Assignee or due date differ. */
        DIFFERENT
    }

    public record Difference(Kind kind, String taskId, String taskKey, String businessKey) {}

    /** @param open how many tasks the engine has open */
    public record Report(long open, List<Difference> differences, Instant at) {
        public boolean agrees() {
            return differences.isEmpty();
        }
    }

    @Transactional(readOnly = true)
    public Report compare() {
        return new Report(
                jdbc.sql("select count(*) from act_ru_task where proc_inst_id_ is not null")
                        .query(Long.class)
                        .single(),
                differences(),
                clock.instant());
    }

    /** Makes the inbox say what the engine says, and its counts what it holds; the record keeps what was done. */
    @Transactional
    public Report repair() {
        List<Difference> found = differences();
        for (Difference difference : found) {
            switch (difference.kind()) {
                case MISSING -> {
                    if (!inbox.reopened(difference.taskId())) {
                        engine.offerAgain(difference.taskId());
                    }
                }
                case SURPLUS -> inbox.cancelled(difference.taskId());
                case DIFFERENT -> engine.agree(difference.taskId());
            }
            audit.record(AuditEntry.of(
                    "inbox.repaired",
                    "task",
                    difference.taskId(),
                    Map.of("kind", difference.kind().name(), "case", difference.businessKey())));
        }
        inbox.recount();
        return compare();
    }

    private List<Difference> differences() {
        return jdbc.sql(DIFFERENCES)
                .param("zone", TimeZone.getDefault().getID())
                .query(InboxCheck::difference)
                .list();
    }

    private static Difference difference(ResultSet row, int number) throws SQLException {
        return new Difference(
                Kind.valueOf(row.getString("kind")),
                row.getString("id"),
                row.getString("key"),
                row.getString("business_key"));
    }
}
