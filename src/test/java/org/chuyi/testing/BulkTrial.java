package org.chuyi.testing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.chuyi.workflow.TaskRejected;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process of one task, to be had by the thousand, that writes down each completion and fails where a test says so. */
@TestComponent("bulkTrialHandler")
public class BulkTrial implements TaskHandler {

    /** Of its task. */
    public static final String KEY = "bulkTrial";

    private static final String PROCESS = "bulkTrialProcess";

    private static final String FORM = """
            {"type": "default", "id": "bulk-trial", "schemaVersion": 18, "components": [{"type": "group",
              "id": "section", "label": "意见", "showOutline": true, "properties": {"labelEn": "Opinion"}, "components": [
              {"type": "textarea", "key": "opinion", "id": "field_opinion", "label": "意见",
               "validate": {"required": true, "maxLength": 100}, "properties": {"labelEn": "Opinion"}}]}]}""";

    private final RepositoryService repository;
    private final RuntimeService engine;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private String deployment;

    BulkTrial(RepositoryService repository, RuntimeService engine, JdbcClient jdbc, Clock clock) {
        this.repository = repository;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void prepare() {
        jdbc.sql("create table if not exists bulk_trial (task_id text not null, login text not null, opinion text)")
                .update();
        deployment = repository
                .createDeployment()
                .addString("bulk-trial.form", FORM)
                .addModelInstance(
                        "bulk-trial.bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask(KEY)
                                .camundaCandidateGroups("${post}")
                                .camundaFormRef("bulk-trial")
                                .camundaFormRefBinding("deployment")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    /** Takes away all that there is of it, so that other tests find only models of the product. */
    public void remove() {
        repair();
        repository.deleteDeployment(deployment, true);
        jdbc.sql("delete from inbox_task where process_key = :key")
                .param("key", KEY)
                .update();
        jdbc.sql("delete from inbox_case where process_key = :key")
                .param("key", KEY)
                .update();
        jdbc.sql("drop table bulk_trial").update();
    }

    /** Cases with their tasks, offered to the reviewers of that person's organisation; ids of the tasks, in order. */
    public List<String> tasksFor(Actor reviewer, int count) {
        List<String> tasks = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String businessKey = UUID.randomUUID().toString();
            jdbc.sql("""
                            insert into inbox_case (business_key, process_key, title, category, occasion,
                              organisation_id, city_code, started_at)
                            values (:key, 'bulkTrialProcess', '批量测试', '', '', :organisation, '430000', :at)""")
                    .param("key", businessKey)
                    .param("organisation", reviewer.organisation().value())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            engine.startProcessInstanceByKey(
                    PROCESS, businessKey, Map.of("post", new Post(reviewer.organisation(), Role.REVIEWER).group()));
            tasks.add(jdbc.sql("select task_id from inbox_task where business_key = :key")
                    .param("key", businessKey)
                    .query(String.class)
                    .single());
        }
        return tasks;
    }

    /** Its completion ends in an outage. */
    public void breakAt(String taskId) {
        broken.add(taskId);
    }

    public void refuse(String taskId) {
        refused.add(taskId);
    }

    public void repair() {
        broken.clear();
        refused.clear();
    }

    /** A line for each completion: what was done twice stands there twice. */
    public List<String> done() {
        return jdbc.sql("select task_id from bulk_trial").query(String.class).list();
    }

    public List<String> doers() {
        return jdbc.sql("select distinct login from bulk_trial")
                .query(String.class)
                .list();
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        jdbc.sql("insert into bulk_trial values (:task, :login, :opinion)")
                .param("task", task.taskId())
                .param("login", task.actor().login())
                .param("opinion", task.text("opinion"))
                .update();
        if (broken.contains(task.taskId())) {
            throw new IllegalStateException("Broken at " + task.taskId());
        }
        if (refused.contains(task.taskId())) {
            throw TaskRejected.because("workflow.problem.notYourTask");
        }
        return TaskOutcome.of("approved");
    }
}
