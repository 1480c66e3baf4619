package org.chuyi.workflow.engine;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Writes the engine's history as the engine does. When a user task ends it does not read back when it began, which the
 * task at hand says itself, give or take the milliseconds of its making.
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
        return Optional.of(event)
                .filter(HistoricTaskInstanceEventEntity.class::isInstance)
                .map(ended -> Context.getCommandContext()
                        .getDbEntityManager()
                        .getDbEntityCache()
                        .get(TaskEntity.class, ended.getId()))
                .map(TaskEntity::getCreateTime);
    }
}
