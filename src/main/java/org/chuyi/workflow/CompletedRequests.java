package org.chuyi.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
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

    /** The answer that this key got before, if it was for this task. */
    Optional<Completion> answerTo(AccountId account, String key, InboxTask task) {
        return jdbc.sql("""
                        select outcome from completed_request
                        where account_id = :account and request_key = :key and task_id = :task""")
                .param("account", account.value())
                .param("key", key)
                .param("task", task.id())
                .query(String.class)
                .optional()
                .map(outcome -> new Completion.Completed(task.businessKey(), outcome));
    }

    /** @throws TaskRejected when she has used the key for another task */
    void answered(AccountId account, String key, String taskId, String outcome) {
        int added = jdbc.sql("""
                        insert into completed_request (account_id, request_key, task_id, outcome, created_at)
                        values (:account, :key, :task, :outcome, :now) on conflict do nothing""")
                .param("account", account.value())
                .param("key", key)
                .param("task", taskId)
                .param("outcome", outcome)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (added == 0) {
            throw TaskRejected.because("workflow.problem.requestKeyUsedElsewhere");
        }
    }
}
