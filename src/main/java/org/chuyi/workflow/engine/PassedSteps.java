package org.chuyi.workflow.engine;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;

/**
 * The steps of one instance that began and ended in one command, as one row: most of a model's steps never wait, and a row of
 * the engine's history for each was half of what a case left behind.
 */
record PassedSteps(String instance, List<HistoricActivityInstanceEventEntity> steps) implements Sent {

    private static final Comparator<HistoricActivityInstanceEventEntity> AS_IT_WENT = Comparator.comparing(
                    HistoricActivityInstanceEventEntity::getStartTime)
            .thenComparing(HistoricActivityInstanceEventEntity::getSequenceCounter);

    /** Whether it writes a step that is over already, and was not cut off. */
    static boolean has(DbOperation operation) {
        return operation.getOperationType() == DbOperationType.INSERT
                && ((DbEntityOperation) operation).getEntity() instanceof HistoricActivityInstanceEventEntity step
                && step.getEndTime() != null
                && !step.isCanceled();
    }

    static List<PassedSteps> of(List<DbOperation> operations) {
        Map<String, List<HistoricActivityInstanceEventEntity>> byInstance = operations.stream()
                .map(operation -> (HistoricActivityInstanceEventEntity) ((DbEntityOperation) operation).getEntity())
                .sorted(AS_IT_WENT)
                .collect(Collectors.groupingBy(
                        HistoricActivityInstanceEventEntity::getProcessInstanceId,
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byInstance.entrySet().stream()
                .map(each -> new PassedSteps(each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public String sql() {
        return "insert into passed_steps (process_instance_id, activities, began, ended, occurrence) values (?, ?, ?, ?, ?)";
    }

    @Override
    public int bind(PreparedStatement prepared, int first) throws SQLException {
        prepared.setString(first, instance);
        prepared.setArray(first + 1, array(prepared, "text", HistoricActivityInstanceEventEntity::getActivityId));
        prepared.setArray(first + 2, array(prepared, "timestamptz", step -> step.getStartTime()
                .toInstant()));
        prepared.setArray(first + 3, array(prepared, "timestamptz", step -> step.getEndTime()
                .toInstant()));
        prepared.setArray(
                first + 4, array(prepared, "bigint", HistoricActivityInstanceEventEntity::getSequenceCounter));
        return first + 5;
    }

    private Array array(
            PreparedStatement prepared, String type, Function<HistoricActivityInstanceEventEntity, Object> value)
            throws SQLException {
        return prepared.getConnection()
                .createArrayOf(
                        type, steps.stream().map(value).map(Object::toString).toArray());
    }
}
