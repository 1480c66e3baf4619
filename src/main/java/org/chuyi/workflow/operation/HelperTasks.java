package org.chuyi.workflow.operation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the inbox that are a colleague's part in another task: hers alone, with an end of their own. */
@Component
class HelperTasks {

    /** 委派意见. */
    static final String OPINION = "giveOpinion";
    /** 加签意见. */
    static final String SIGNATURE = "signTask";

    private final JdbcClient jdbc;
    private final Clock clock;

    HelperTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return its id */
    String add(InboxTask task, String key, Colleagues.Colleague colleague) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into inbox_task (task_id, task_key, process_key, process_definition_id,
                          process_instance_id, business_key, title, category, occasion, applicant_id, city_code, part,
                          organisation_id, role, assignee_id, personal, helps_task_id, state, created_at, due_at)
                        select :id, :key, process_key, process_definition_id, process_instance_id, business_key, title,
                          category, occasion, applicant_id, city_code, part, organisation_id, :role, :person, true,
                          task_id, 'OPEN', :now, due_at
                        from inbox_task where task_id = :task""")
                .param("id", id)
                .param("key", key)
                .param("role", colleague.role().name())
                .param("person", colleague.account().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("task", task.id())
                .update();
        return id;
    }

    void done(InboxTask helper, Actor actor, String outcome) {
        jdbc.sql("""
                        update inbox_task set state = 'DONE', completed_at = :now, completed_by = :account,
                          completed_by_name = :name, outcome = :outcome where task_id = :id""")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", actor.account().value())
                .param("name", actor.name())
                .param("outcome", outcome)
                .param("id", helper.id())
                .update();
    }

    void cancelOf(InboxTask task, String key) {
        jdbc.sql("""
                        update inbox_task set state = 'CANCELLED'
                        where helps_task_id = :task and task_key = :key and state = 'OPEN'""").param("task", task.id()).param("key", key).update();
    }

    void cancel(String id) {
        jdbc.sql("update inbox_task set state = 'CANCELLED' where task_id = :id and state = 'OPEN'")
                .param("id", id)
                .update();
    }

    List<String> open(InboxTask task, String key) {
        return jdbc.sql("""
                        select task_id from inbox_task
                        where helps_task_id = :task and task_key = :key and state = 'OPEN' order by created_at, task_id""")
                .param("task", task.id())
                .param("key", key)
                .query(String.class)
                .list();
    }
}
