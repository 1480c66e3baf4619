package org.chuyi.workflow.operation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskOperated;
import org.chuyi.workflow.TaskOperation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An operation's row, its line in the record, and the word to whom it concerns; all in its transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class OperationRecord {

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OperationRecord(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    void write(TaskOperation operation, InboxTask task, Actor actor, String reason, Effect effect) {
        insert(operation, task, actor, reason, effect);
        audit.record(AuditEntry.of(
                "task." + operation.code(), "case", task.businessKey(), details(task, reason, effect.toName())));
        var told = effect.withoutPerson(actor.account());
        if (!told.people().isEmpty() || !told.posts().isEmpty()) {
            events.publishEvent(
                    new TaskOperated(operation, task, actor, reason, told.people(), told.posts(), told.place()));
        }
    }

    int count(InboxTask task, TaskOperation operation) {
        return jdbc.sql("select count(*) from task_operation where task_id = :task and operation = :operation")
                .param("task", task.id())
                .param("operation", operation.name())
                .query(Integer.class)
                .single();
    }

    Optional<Instant> last(InboxTask task, TaskOperation operation, AccountId by) {
        return jdbc.sql("""
                        select at from task_operation
                        where task_id = :task and operation = :operation and by_account = :by
                        order by id desc limit 1""")
                .param("task", task.id())
                .param("operation", operation.name())
                .param("by", by.value())
                .query((row, n) -> row.getTimestamp("at").toInstant())
                .optional();
    }

    private void insert(TaskOperation operation, InboxTask task, Actor actor, String reason, Effect effect) {
        jdbc.sql("""
                        insert into task_operation (task_id, task_key, business_key, operation, reason, by_account,
                          by_name, by_organisation, to_name, at)
                        values (:task, :key, :case, :operation, :reason, :by, :name, :organisation, :to, :at)""")
                .param("task", task.id())
                .param("key", task.key())
                .param("case", task.businessKey())
                .param("operation", operation.name())
                .param("reason", reason)
                .param("by", actor.account().value())
                .param("name", actor.name())
                .param("organisation", actor.organisationName())
                .param("to", effect.toName())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    private static Map<String, Object> details(InboxTask task, String reason, String toName) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("task", task.id());
        details.put("step", task.key());
        if (!reason.isEmpty()) {
            details.put("reason", reason);
        }
        if (!toName.isEmpty()) {
            details.put("to", toName);
        }
        return details;
    }
}
