package org.chuyi.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inbox's rows, one by one: written by the projection and the gate, locked by the one way through. */
@Repository
class InboxTasks {

    static final String COLUMNS = """
            t.task_id, t.task_key, t.process_key, t.process_definition_id, t.process_instance_id, t.form_key,
            t.business_key, t.title, t.category, t.occasion, t.city_code, t.part, t.organisation_id, t.role, t.assignee_id, t.personal,
            t.state, t.created_at, t.due_at, t.overdue_at, t.completed_at, t.completed_by, t.completed_by_name, t.completed_for_name,
            t.outcome,
            t.claimed_at, t.owner_id, t.helps_task_id, (select name from account where id = t.assignee_id) as assignee_name,
            exists (select 1 from task_signer s where s.task_id = t.task_id and s.state = 'OPEN') as awaits_signers,
            applicant.name as applicant_name""";

    private static final String SELECT =
            "select " + COLUMNS + " from inbox_task t join organisation applicant on applicant.id = t.applicant_id ";

    private final JdbcClient jdbc;

    InboxTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<InboxTask> find(String taskId) {
        return jdbc.sql(SELECT + "where t.task_id = :id")
                .param("id", taskId)
                .query(InboxTasks::task)
                .optional();
    }

    Optional<InboxTask> lock(String taskId) {
        return jdbc.sql(SELECT + "where t.task_id = :id for update of t")
                .param("id", taskId)
                .query(InboxTasks::task)
                .optional();
    }

    /** Until the transaction's end alone among those who wait for their turn in the task's case; before anything is locked. */
    void waitForTurn(String taskId) {
        jdbc.sql("""
                        select pg_advisory_xact_lock(hashtext('case'), hashtext(business_key))
                        from inbox_task where task_id = :id""").param("id", taskId).query((row, number) -> taskId).optional();
    }

    /** By the key itself and not as one of several: PostgreSQL then keeps the plan, which takes longer than reading. */
    List<InboxTask> openOf(String businessKey) {
        return jdbc.sql(SELECT + "where t.business_key = :key and t.state = 'OPEN' order by t.created_at, t.task_id")
                .param("key", businessKey)
                .query(InboxTasks::task)
                .list();
    }

    List<InboxTask> openOf(Collection<String> businessKeys) {
        return jdbc.sql(SELECT
                        + "where t.business_key = any(:keys) and t.state = 'OPEN' order by t.created_at, t.task_id")
                .param("keys", businessKeys.toArray(String[]::new))
                .query(InboxTasks::task)
                .list();
    }

    /** Every task of a case, in the order they came up. */
    List<InboxTask> of(String businessKey) {
        return jdbc.sql(SELECT + "where t.business_key = :key order by t.created_at, t.task_id")
                .param("key", businessKey)
                .query(InboxTasks::task)
                .list();
    }

    void offered(
            String taskId,
            String taskKey,
            String processDefinitionId,
            String processInstanceId,
            Optional<String> formKey,
            String businessKey,
            String part,
            Post post,
            Instant createdAt,
            Optional<Instant> dueAt,
            Optional<Instant> remindAt) {
        jdbc.sql("""
                        insert into inbox_task (task_id, task_key, process_key, process_definition_id,
                          process_instance_id, form_key, business_key, title, category, occasion, applicant_id,
                          city_code, part, organisation_id, role, state, created_at, due_at, remind_at)
                        select :task, :key, c.process_key, :definition, :instance, :form, c.business_key,
                          c.title, c.category, c.occasion, c.organisation_id, c.city_code, :part, :organisation, :role,
                          'OPEN', :created, :due, :remind
                        from inbox_case c where c.business_key = :businessKey""")
                .param("task", taskId)
                .param("key", taskKey)
                .param("definition", processDefinitionId)
                .param("instance", processInstanceId)
                .param("form", formKey.orElse(null))
                .param("businessKey", businessKey)
                .param("part", part)
                .param("organisation", post.organisation().value())
                .param("role", post.role().name())
                .param("created", Timestamp.from(createdAt))
                .param("due", dueAt.map(Timestamp::from).orElse(null))
                .param("remind", remindAt.map(Timestamp::from).orElse(null))
                .update();
    }

    /** Makes it a task of its assignee alone. */
    void personal(String taskId) {
        jdbc.sql("update inbox_task set personal = true where task_id = :id")
                .param("id", taskId)
                .update();
    }

    /** @param owner whose it stays, where the assignee has it for an opinion only */
    void assigned(String taskId, Optional<String> login, Optional<String> owner, Instant at) {
        jdbc.sql("""
                        update inbox_task set assignee_id = (select id from account where login = :login),
                          owner_id = (select id from account where login = :owner),
                          claimed_at = case when cast(:login as text) is null then null else cast(:at as timestamptz) end
                        where task_id = :id""")
                .param("login", login.orElse(null))
                .param(
                        "owner",
                        owner.filter(its -> login.isPresent() && !its.equals(login.get()))
                                .orElse(null))
                .param("at", Timestamp.from(at))
                .param("id", taskId)
                .update();
    }

    void done(String taskId, Actor actor, Optional<String> inPlaceOf, String outcome, Instant at) {
        jdbc.sql("""
                        with help as (
                          update inbox_task set state = 'CANCELLED' where helps_task_id = :id and state = 'OPEN'
                        ), begun as (delete from task_draft where task_id = :id)
                        update inbox_task set state = 'DONE', completed_at = :at, completed_by = :account,
                          completed_by_name = :name, completed_for_name = :for, outcome = :outcome
                        where task_id = :id""")
                .param("at", Timestamp.from(at))
                .param("account", actor.account().value())
                .param("name", actor.name())
                .param("for", inPlaceOf.orElse(null))
                .param("outcome", outcome)
                .param("id", taskId)
                .update();
    }

    void cancelled(String taskId) {
        jdbc.sql("""
                        with begun as (delete from task_draft where task_id = :id)
                        update inbox_task set state = 'CANCELLED'
                        where (task_id = :id or helps_task_id = :id) and state = 'OPEN'""").param("id", taskId).update();
    }

    /** Another deadline: what was told of the one before is forgotten where it lies ahead once more. */
    void due(String taskId, Optional<Instant> at, Optional<Instant> remindAt, Instant now) {
        jdbc.sql("""
                        update inbox_task set due_at = moved.due, remind_at = moved.remind,
                          reminded_at = case when moved.remind > moved.now then null else reminded_at end,
                          overdue_at = case when moved.due <= moved.now then overdue_at end
                        from (select cast(:at as timestamptz) as due, cast(:remind as timestamptz) as remind,
                          cast(:now as timestamptz) as now) moved
                        where task_id = :id""")
                .param("at", at.map(Timestamp::from).orElse(null))
                .param("remind", remindAt.map(Timestamp::from).orElse(null))
                .param("now", Timestamp.from(now))
                .param("id", taskId)
                .update();
    }

    /** The next whose holders are to be reminded, locked; one that somebody works on at this moment is left for later. */
    List<InboxTask> toRemind(Instant now, int most) {
        return jdbc.sql(SELECT + """
                        where t.state = 'OPEN' and t.reminded_at is null and t.remind_at <= :now and t.due_at > :now
                        order by t.remind_at, t.task_id limit :most for update of t skip locked""")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(InboxTasks::task)
                .list();
    }

    /** The next of these that are overdue and not marked, locked like those. */
    List<InboxTask> toReport(Collection<String> taskKeys, Instant now, int most) {
        return jdbc.sql(SELECT + """
                        where t.state = 'OPEN' and t.overdue_at is null and t.due_at <= :now and t.task_key = any(:keys)
                        order by t.due_at, t.task_id limit :most for update of t skip locked""")
                .param("now", Timestamp.from(now))
                .param("keys", taskKeys.toArray(String[]::new))
                .param("most", most)
                .query(InboxTasks::task)
                .list();
    }

    void reminded(String taskId, Instant at) {
        jdbc.sql("update inbox_task set reminded_at = :at where task_id = :id")
                .param("at", Timestamp.from(at))
                .param("id", taskId)
                .update();
    }

    /** Its reminder is a job's now. */
    void handedOver(String taskId) {
        jdbc.sql("update inbox_task set remind_at = null where task_id = :id")
                .param("id", taskId)
                .update();
    }

    boolean wasReminded(String businessKey, Instant dueAt) {
        return jdbc.sql("""
                        select exists (select 1 from inbox_task
                        where business_key = :key and due_at = :due and reminded_at is not null)""")
                .param("key", businessKey)
                .param("due", Timestamp.from(dueAt))
                .query(Boolean.class)
                .single();
    }

    void overdue(String taskId, Instant at) {
        jdbc.sql("update inbox_task set overdue_at = :at where task_id = :id and overdue_at is null")
                .param("at", Timestamp.from(at))
                .param("id", taskId)
                .update();
    }

    /** For a row that says of an open task that it is over; false where there is no row. */
    boolean reopened(String taskId) {
        return jdbc.sql("""
                        update inbox_task set state = 'OPEN', completed_at = null, completed_by = null,
                          completed_by_name = null, completed_for_name = null, outcome = null
                        where task_id = :id""").param("id", taskId).update() == 1;
    }

    /** Counts all desks anew; whoever changes one meanwhile waits. */
    void recount() {
        List.of("lock table inbox_count in exclusive mode", "delete from inbox_count", """
                        insert into inbox_count (organisation_id, role, task_key, number)
                        select organisation_id, role, task_key, count(*) from inbox_task
                        where state = 'OPEN' and not personal group by organisation_id, role, task_key""")
                .forEach(sql -> jdbc.sql(sql).update());
    }

    static InboxTask task(ResultSet row, int number) throws SQLException {
        return new InboxTask(
                row.getString("task_id"),
                row.getString("task_key"),
                row.getString("process_key"),
                row.getString("process_definition_id"),
                row.getString("process_instance_id"),
                Optional.ofNullable(row.getString("form_key")),
                row.getString("business_key"),
                row.getString("title"),
                row.getString("category"),
                row.getString("occasion"),
                row.getString("applicant_name"),
                row.getString("city_code"),
                row.getString("part"),
                new Post(new OrganisationId(row.getLong("organisation_id")), Role.valueOf(row.getString("role"))),
                account(row, "assignee_id"),
                Optional.ofNullable(row.getString("assignee_name")),
                row.getBoolean("personal"),
                instant(row, "claimed_at"),
                account(row, "owner_id"),
                Optional.ofNullable(row.getString("helps_task_id")),
                row.getBoolean("awaits_signers"),
                InboxTask.State.valueOf(row.getString("state")),
                instant(row, "created_at").orElseThrow(),
                instant(row, "due_at"),
                instant(row, "overdue_at"),
                instant(row, "completed_at"),
                account(row, "completed_by"),
                Optional.ofNullable(row.getString("completed_by_name")),
                Optional.ofNullable(row.getString("completed_for_name")),
                Optional.ofNullable(row.getString("outcome")));
    }

    private static Optional<AccountId> account(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(AccountId::new);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
