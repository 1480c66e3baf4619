package org.chuyi.workflow.engine;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Rights of candidates and assignees as the engine gives them; of a task that is only now made it looks for none. */
class NewTaskRights extends DefaultAuthorizationProvider {

    @Override
    protected AuthorizationEntity getGrantAuthorization(
            String taskId, String userId, String groupId, Resource resource) {
        return isNew(taskId) ? null : super.getGrantAuthorization(taskId, userId, groupId, resource);
    }

    private static boolean isNew(String taskId) {
        var known = Context.getCommandContext()
                .getDbEntityManager()
                .getDbEntityCache()
                .getCachedEntity(TaskEntity.class, taskId);
        return known != null && known.getEntityState() == DbEntityState.TRANSIENT;
    }
}
