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
 * Writes the engine's history as the engine does, but of user tasks only that they were steps of the model: who had one, who
 * did it and with what result stands in the inbox. When such a step ends, it does not read back when it began, which the task
 * at hand says itself, give or take the milliseconds of its making.
 */
class LeanHistory extends DbHistoryEventHandler {

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity) {
            return;
        }
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
        return event instanceof HistoricActivityInstanceEventEntity ended
                ? getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                        .filter(task -> task.getTaskDefinitionKey().equals(ended.getActivityId())
                                && task.getExecutionId().equals(ended.getExecutionId()))
                        .findFirst()
                        .map(TaskEntity::getCreateTime)
                : Optional.empty();
    }
}
