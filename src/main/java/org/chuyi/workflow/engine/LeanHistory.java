package org.chuyi.workflow.engine;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Writes the engine's history as the engine does. When a user task ends, and with it the step of the model, it does not read
 * back when it began, which the task at hand says itself, give or take the milliseconds of its making.
 */
class LeanHistory extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        var begun = isInitialEvent(event) || isKnown(event) ? Optional.<Date>empty() : beginOf(event);
        if (begun.isPresent()) {
            ((HistoricScopeInstanceEvent) event).setStartTime(begun.get());
            getDbEntityManager().merge(event);
        } else {
            super.insertOrUpdate(event);
        }
    }

    private boolean isKnown(HistoryEvent event) {
        return getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) != null;
    }

    private Optional<Date> beginOf(HistoryEvent event) {
        return taskOf(event).map(TaskEntity::getCreateTime);
    }

    private Optional<TaskEntity> taskOf(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity ended) {
            return Optional.ofNullable(getDbEntityManager().getDbEntityCache().get(TaskEntity.class, ended.getId()));
        }
        return event instanceof HistoricActivityInstanceEventEntity ended
                ? getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                        .filter(task -> task.getTaskDefinitionKey().equals(ended.getActivityId())
                                && task.getExecutionId().equals(ended.getExecutionId()))
                        .findFirst()
                : Optional.empty();
    }
}
