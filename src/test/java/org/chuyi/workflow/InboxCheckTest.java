package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody wrote past the program; the inbox is brought back into step with the engine. */
@IntegrationTest
class InboxCheckTest {

    @Autowired
    InboxCheck check;

    @Autowired
    InboxLists lists;

    @Autowired
    TaskInbox inbox;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    JdbcClient jdbc;

    Actor clerk;
    ApplicationNumber number;
    InboxTask task;

    @BeforeEach
    void oneDraftOnADesk() {
        clerk = people.applicantOf("长沙民政职业技术学院");
        number = walk.started(clerk, rounds.justOpened(), "think-tank");
        task = walk.task(number, clerk);
        assertThat(found()).isEmpty();
    }

    @Test
    void aLostRowIsWrittenAgainAsItWas() {
        jdbc.sql("delete from inbox_task where task_id = :id")
                .param("id", task.id())
                .update();
        assertThat(found()).containsExactly(difference(InboxCheck.Kind.MISSING, task.id()));

        check.repair();

        assertThat(found()).isEmpty();
        assertThat(walk.task(number, clerk))
                .usingRecursiveComparison()
                .ignoringFields("createdAt")
                .isEqualTo(task);
    }

    @Test
    void aRowThatSaysOfAnOpenTaskThatItWasCancelledIsOpenAgain() {
        jdbc.sql("update inbox_task set state = 'CANCELLED' where task_id = :id")
                .param("id", task.id())
                .update();

        check.repair();

        assertThat(found()).isEmpty();
        assertThat(walk.hasTask(number, clerk)).isTrue();
    }

    @Test
    void whatTheEngineDoesNotWaitForDisappearsFromTheInbox() {
        jdbc.sql("""
                        insert into inbox_task (task_id, task_key, process_key, process_definition_id,
                          process_instance_id, form_key, business_key, title, category, occasion, applicant_id,
                          city_code, part, organisation_id, role, state, created_at)
                        select 'left-' || task_id, task_key, process_key, process_definition_id, process_instance_id,
                          form_key, business_key, title, category, occasion, applicant_id, city_code, part,
                          organisation_id, role, 'OPEN', created_at from inbox_task where task_id = :id""").param("id", task.id()).update();
        assertThat(found()).containsExactly(difference(InboxCheck.Kind.SURPLUS, "left-" + task.id()));

        check.repair();

        assertThat(found()).isEmpty();
        assertThat(inbox.find("left-" + task.id(), clerk).orElseThrow().state()).isEqualTo(InboxTask.State.CANCELLED);
    }

    @Test
    void assigneeAndDueDateAreTheEngines() {
        jdbc.sql("update inbox_task set due_at = null, assignee_id = :other where task_id = :id")
                .param("other", clerk.account().value())
                .param("id", task.id())
                .update();
        assertThat(found()).containsExactly(difference(InboxCheck.Kind.DIFFERENT, task.id()));

        check.repair();

        assertThat(found()).isEmpty();
        assertThat(walk.task(number, clerk)).isEqualTo(task);
        assertThat(jdbc.sql("select count(*) from audit_line where action = 'inbox.repaired' and subject = :id")
                        .param("id", task.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theRepairCountsTheDesksAnew() {
        long open = lists.counts(clerk).toDo();
        jdbc.sql("update inbox_count set number = number + 5 where organisation_id = :school")
                .param("school", clerk.organisation().value())
                .update();
        assertThat(lists.counts(clerk).toDo()).isNotEqualTo(open);

        check.repair();

        assertThat(lists.counts(clerk).toDo()).isEqualTo(open).isPositive();
    }

    private InboxCheck.Difference difference(InboxCheck.Kind kind, String taskId) {
        return new InboxCheck.Difference(kind, taskId, task.key(), number.value());
    }

    private List<InboxCheck.Difference> found() {
        return check.compare().differences().stream()
                .filter(each -> each.businessKey().equals(number.value()))
                .toList();
    }
}
