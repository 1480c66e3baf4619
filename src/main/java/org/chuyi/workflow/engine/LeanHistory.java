package org.chuyi.workflow.engine;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Writes the engine's history as the engine does. When a user task ends it does not read back when it began, which the
 * task at hand says itself.
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

    private static Optional<Date> beginOf(HistoryEvent event) {
        return taskOf(event)
                .map(task -> Context.getCommandContext()
                        .getDbEntityManager()
                        .getDbEntityCache()
                        .get(TaskEntity.class, task))
                .map(TaskEntity::getCreateTime);
    }

    private static Optional<String> taskOf(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity task) {
            return Optional.ofNullable(task.getTaskId());
        }
        return event instanceof HistoricActivityInstanceEventEntity activity
                ? Optional.ofNullable(activity.getTaskId())
                : Optional.empty();
    }
}
