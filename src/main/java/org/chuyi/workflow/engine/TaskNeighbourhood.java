package org.chuyi.workflow.engine;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ibatis.session.SqlSession;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * A task's instance, model and candidates as they stood in the database when the task was read: what the engine would ask
 * for one after the other while the task is completed. Good until the first change is written.
 */
final class TaskNeighbourhood {

    private static final String EXECUTIONS = "selectExecutionsByProcessInstanceId";
    private static final String VARIABLES = "selectVariablesByProcessInstanceId";
    private static final String CANDIDATES = "selectIdentityLinksByTask";
    private static final String TASKS = "selectTasksByExecutionId";
    private static final String SUBTASKS = "selectTasksByParentTaskId";
    private static final String MODEL = "selectProcessDefinition";

    private final TaskEntity task;
    private final Map<String, List<Object>> found;
    private final Map<String, List<Object>> ofExecutions;
    private final List<Object> ofTask;

    private TaskNeighbourhood(TaskEntity task, Map<String, List<Object>> found) {
        this.task = task;
        this.found = found;
        this.ofExecutions = variables(found)
                .filter(each -> each.getTaskId() == null)
                .collect(Collectors.groupingBy(
                        VariableInstanceEntity::getExecutionId, Collectors.mapping(each -> each, Collectors.toList())));
        this.ofTask = variables(found)
                .filter(each -> task.getId().equals(each.getTaskId()))
                .collect(Collectors.toList());
    }

    private static Stream<VariableInstanceEntity> variables(Map<String, List<Object>> found) {
        return found.get(VARIABLES).stream().map(VariableInstanceEntity.class::cast);
    }

    static TaskNeighbourhood load(SqlSession session, TaskEntity task) throws SQLException {
        var mappings = session.getConfiguration();
        var rows = RoundTrip.select(
                session.getConnection(),
                List.of(
                        BoundStatement.of(mappings, EXECUTIONS, asked(task.getProcessInstanceId())),
                        BoundStatement.of(mappings, VARIABLES, asked(task.getProcessInstanceId())),
                        BoundStatement.of(mappings, CANDIDATES, asked(task.getId())),
                        BoundStatement.of(mappings, TASKS, asked(task.getExecutionId())),
                        BoundStatement.of(mappings, SUBTASKS, asked(task.getId())),
                        BoundStatement.of(mappings, MODEL, task.getProcessDefinitionId())));
        return new TaskNeighbourhood(
                task,
                Map.of(
                        EXECUTIONS, rows.get(0),
                        VARIABLES, rows.get(1),
                        CANDIDATES, rows.get(2),
                        TASKS, rows.get(3),
                        SUBTASKS, rows.get(4),
                        MODEL, rows.get(5)));
    }

    private static ListQueryParameterObject asked(String id) {
        return new ListQueryParameterObject(id, 0, Integer.MAX_VALUE);
    }

    Stream<Object> entities() {
        return found.values().stream().flatMap(List::stream);
    }

    /** What the database would answer; nothing where that is not known. */
    Optional<List<Object>> answer(String statement, Object asked) {
        return switch (statement) {
            case EXECUTIONS -> knownOf(statement, task.getProcessInstanceId(), asked);
            case CANDIDATES, SUBTASKS -> knownOf(statement, task.getId(), asked);
            case TASKS -> knownOf(statement, task.getExecutionId(), asked);
            case "selectVariablesByExecutionId" ->
                idIn(asked, "executionId").filter(this::isLoaded).map(id -> ofExecutions.getOrDefault(id, List.of()));
            case "selectVariablesByTaskId" ->
                idIn(asked, "taskId").filter(task.getId()::equals).map(id -> ofTask);
            default -> Optional.empty();
        };
    }

    private Optional<List<Object>> knownOf(String statement, String id, Object asked) {
        return id.equals(asked) ? Optional.of(found.get(statement)) : Optional.empty();
    }

    private boolean isLoaded(String executionId) {
        return found.get(EXECUTIONS).stream()
                .anyMatch(each -> ((ExecutionEntity) each).getId().equals(executionId));
    }

    /** Only where all variables are asked for. */
    private static Optional<String> idIn(Object asked, String name) {
        return asked instanceof Map<?, ?> named && isAll(named.get("variableNames"))
                ? Optional.of((String) named.get(name))
                : Optional.empty();
    }

    private static boolean isAll(Object names) {
        return names == null || names instanceof Collection<?> some && some.isEmpty();
    }
}
