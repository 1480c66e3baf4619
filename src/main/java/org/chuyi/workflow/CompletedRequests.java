package org.chuyi.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Request keys that were answered. The caller holds the task's row lock, so a repeat waits for the first. */
@Repository
class CompletedRequests {

    private final JdbcClient jdbc;
    private final Clock clock;

    CompletedRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The answer that this key got before; a key that was used for another task is refused. */
    Optional<Completion> answerTo(AccountId account, String key, InboxTask task) {
        return jdbc.sql("""
                        select task_id, outcome from completed_request
                        where account_id = :account and request_key = :key""")
                .param("account", account.value())
                .param("key", key)
                .query((row, n) -> row.getString("task_id").equals(task.id())
                        ? (Completion) new Completion.Completed(task.businessKey(), row.getString("outcome"))
                        : new Completion.Rejected(
                                List.of(FieldProblem.of("", "", "workflow.problem.requestKeyUsedElsewhere"))))
                .optional();
    }

    void answered(AccountId account, String key, String taskId, String outcome) {
        jdbc.sql("""
                        insert into completed_request (account_id, request_key, task_id, outcome, created_at)
                        values (:account, :key, :task, :outcome, :now)""")
                .param("account", account.value())
                .param("key", key)
                .param("task", taskId)
                .param("outcome", outcome)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
