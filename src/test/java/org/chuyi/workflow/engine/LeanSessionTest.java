package org.chuyi.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
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

/** The engine's session answers and refuses as the engine's own does. */
@IntegrationTest
class LeanSessionTest {

    private static final String PROGRAMME = "culture-base";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    JdbcClient jdbc;

    Actor applicant;
    ApplicationNumber number;
    String taskId;

    @BeforeEach
    void aTask() {
        applicant = people.applicantOf("浏阳市职业中专学校");
        number = walk.started(applicant, rounds.justOpened(), PROGRAMME);
        taskId = walk.task(number, applicant).id();
    }

    @Test
    void whatIsReadWithATaskIsWhatTheEngineWouldAskForOneByOne() {
        inEngine(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            var instance = asked(task.getProcessInstanceId());
            assertSame(context, "selectExecutionsByProcessInstanceId", instance, 2);
            assertSame(context, "selectIdentityLinksByTask", asked(taskId), 1);
            assertSame(context, "selectTasksByExecutionId", asked(task.getExecutionId()), 1);
            assertSame(context, "selectTasksByParentTaskId", asked(taskId), 0);
            assertSame(context, "selectVariablesByTaskId", asked(Map.of("taskId", taskId)), 0);
            assertSame(
                    context,
                    "selectVariablesByExecutionId",
                    asked(Map.of("executionId", task.getProcessInstanceId())),
                    6);
            assertSame(
                    context,
                    "selectVariablesByExecutionId",
                    asked(Map.of("executionId", task.getProcessInstanceId(), "variableNames", List.of("competition"))),
                    1);
            return null;
        });
    }

    @Test
    void whatIsNotKnownOfATasksNeighbourhoodIsAsked() {
        var other = walk.started(people.applicantOf("长沙民政职业技术学院"), rounds.justOpened(), "think-tank");
        inEngine(context -> {
            context.getTaskManager().findTaskById(taskId);
            assertSame(context, "selectExecutionsByProcessInstanceId", asked(instanceOf(other)), 2);
            return null;
        });
    }

    @Test
    void aTaskThatSomebodyChangedMeanwhileIsNotOverwritten() {
        assertThatThrownBy(() -> inEngine(context -> {
                    TaskEntity task = context.getTaskManager().findTaskById(taskId);
                    elsewhere(() -> jdbc.sql("update act_ru_task set rev_ = rev_ + 1 where id_ = :id")
                            .param("id", taskId)
                            .update());
                    task.setPriority(99);
                    return null;
                }))
                .isInstanceOf(OptimisticLockingException.class)
                .hasMessageContaining("TaskEntity");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(taskId)
                        .singleResult()
                        .getPriority())
                .isEqualTo(50);
    }

    @Test
    void aRowOfAnInstanceThatIsGoneIsRefusedAsAConflict() {
        String instance = instanceOf(number);
        assertThatThrownBy(() -> inEngine(context -> {
                    ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance);
                    execution.getVariables();
                    elsewhere(() -> engine.getRuntimeService().deleteProcessInstance(instance, "test"));
                    execution.setVariable("late", "value");
                    return null;
                }))
                .isInstanceOf(OptimisticLockingException.class)
                .hasMessageContaining("VariableInstanceEntity");
    }

    private String instanceOf(ApplicationNumber application) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(application.value())
                .singleResult()
                .getId();
    }

    private static ListQueryParameterObject asked(Object parameter) {
        return new ListQueryParameterObject(parameter, 0, Integer.MAX_VALUE);
    }

    private static void assertSame(
            CommandContext context, String statement, ListQueryParameterObject parameter, int number) {
        var factory = context.getProcessEngineConfiguration().getDbSqlSessionFactory();
        var engines = new BatchDbSqlSession(factory).selectList(statement, parameter);
        assertThat(context.getDbSqlSession()).isInstanceOf(LeanSession.class);
        assertThat(states(context.getDbSqlSession().selectList(statement, parameter)))
                .as(statement)
                .hasSize(number)
                .containsExactlyInAnyOrderElementsOf(states(engines));
    }

    private static List<Object> states(List<?> entities) {
        return entities.stream()
                .map(DbEntity.class::cast)
                .<Object>map(entity -> Map.of("id", entity.getId(), "state", entity.getPersistentState()))
                .toList();
    }

    private <T> T inEngine(Function<CommandContext, T> work) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute((Command<T>) work::apply);
    }

    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
