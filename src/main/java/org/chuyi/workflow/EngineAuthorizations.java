package org.chuyi.workflow;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.chuyi.organisation.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may do what in the engine's web applications; put in place at every start.
 *
 * <p>A task itself needs no line here: the engine gives each candidate and assignee the right to read and work on her
 * task, and takes it away with the task.
 */
@Component
@Order(10)
class EngineAuthorizations implements ApplicationRunner {

    /** Owner of the engine's administrators' group, so that Camunda does not offer to create a first user. */
    private static final String ENGINE_USER = "ENGINE";

    private static final String FILTER = "待办";
    private static final String EVERY = Authorization.ANY;

    private record Grant(String group, Resource resource, String id, Permission... permissions) {}

    /** Watches and repairs; deletes neither instances nor history, decides no task, makes no user. */
    private static final List<Grant> SYSTEM_ADMINISTRATOR = Stream.of(
                    new Grant(admin(), Resources.APPLICATION, "cockpit", ACCESS),
                    new Grant(admin(), Resources.APPLICATION, "admin", ACCESS),
                    new Grant(admin(), Resources.APPLICATION, "tasklist", ACCESS),
                    new Grant(
                            admin(),
                            Resources.PROCESS_DEFINITION,
                            EVERY,
                            ProcessDefinitionPermissions.READ,
                            ProcessDefinitionPermissions.UPDATE,
                            ProcessDefinitionPermissions.READ_INSTANCE,
                            ProcessDefinitionPermissions.UPDATE_INSTANCE,
                            ProcessDefinitionPermissions.MIGRATE_INSTANCE,
                            ProcessDefinitionPermissions.RETRY_JOB,
                            ProcessDefinitionPermissions.SUSPEND,
                            ProcessDefinitionPermissions.SUSPEND_INSTANCE,
                            ProcessDefinitionPermissions.READ_TASK,
                            ProcessDefinitionPermissions.READ_HISTORY),
                    new Grant(admin(), Resources.TASK, EVERY, READ),
                    new Grant(admin(), Resources.DEPLOYMENT, EVERY, READ),
                    new Grant(admin(), Resources.DECISION_DEFINITION, EVERY, READ, READ_HISTORY),
                    new Grant(admin(), Resources.DECISION_REQUIREMENTS_DEFINITION, EVERY, READ),
                    new Grant(admin(), Resources.BATCH, EVERY, READ, READ_HISTORY),
                    new Grant(admin(), Resources.USER, EVERY, READ),
                    new Grant(admin(), Resources.GROUP, EVERY, READ),
                    new Grant(admin(), Resources.AUTHORIZATION, EVERY, READ),
                    new Grant(admin(), Resources.SYSTEM, EVERY, SystemPermissions.READ),
                    new Grant(
                            admin(), Resources.OPERATION_LOG_CATEGORY, EVERY, UserOperationLogCategoryPermissions.READ))
            .toList();

    private static final List<Grant> TASK_HOLDERS = List.of(
            new Grant(EngineGroups.TASK_HOLDERS, Resources.APPLICATION, "tasklist", ACCESS),
            new Grant(
                    EngineGroups.TASK_HOLDERS, Resources.PROCESS_DEFINITION, EVERY, ProcessDefinitionPermissions.READ));

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final FilterService filters;
    private final TaskService tasks;
    private final EngineIdentity engineIdentity;

    EngineAuthorizations(
            IdentityService identity,
            AuthorizationService authorizations,
            FilterService filters,
            TaskService tasks,
            EngineIdentity engineIdentity) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.filters = filters;
        this.tasks = tasks;
        this.engineIdentity = engineIdentity;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        engineIdentity.ensureGroup(admin(), engineIdentity.label(Role.SYSTEM_ADMINISTRATOR));
        engineIdentity.ensureGroup(EngineGroups.TASK_HOLDERS, "办理人");
        engineIdentity.ensureGroup(Groups.CAMUNDA_ADMIN, "Camunda");
        ensureEngineUser();
        SYSTEM_ADMINISTRATOR.forEach(this::ensure);
        TASK_HOLDERS.forEach(this::ensure);
        var filter = ensureFilter();
        ensure(new Grant(EngineGroups.TASK_HOLDERS, Resources.FILTER, filter, READ));
        ensure(new Grant(admin(), Resources.FILTER, filter, READ));
    }

    private static String admin() {
        return Role.SYSTEM_ADMINISTRATOR.name();
    }

    private void ensureEngineUser() {
        if (identity.createUserQuery().userId(ENGINE_USER).count() == 0) {
            var user = identity.newUser(ENGINE_USER);
            user.setPassword(UUID.randomUUID() + "-" + UUID.randomUUID());
            identity.saveUser(user);
            identity.createMembership(ENGINE_USER, Groups.CAMUNDA_ADMIN);
        }
    }

    private void ensure(Grant grant) {
        var present = authorizations
                .createAuthorizationQuery()
                .groupIdIn(grant.group())
                .resourceType(grant.resource())
                .resourceId(grant.id())
                .singleResult();
        if (present != null && holdsExactly(present, grant)) {
            return;
        }
        var authorization =
                present != null ? present : authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(grant.group());
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        authorization.setPermissions(grant.permissions());
        authorizations.saveAuthorization(authorization);
    }

    private static boolean holdsExactly(Authorization present, Grant grant) {
        return names(present.getPermissions(grant.permissions())).equals(names(grant.permissions()));
    }

    private static Set<String> names(Permission[] permissions) {
        return Stream.of(permissions).map(Permission::getName).collect(Collectors.toSet());
    }

    /** One list in Tasklist, of all that the reader may see: her own tasks. */
    private String ensureFilter() {
        var present = filters.createTaskFilterQuery().filterName(FILTER).list().stream()
                .findFirst();
        return present.orElseGet(() -> {
                    var filter = filters.newTaskFilter(FILTER);
                    filter.setQuery(tasks.createTaskQuery().active());
                    filter.setProperties(Map.of("priority", 10, "refresh", true, "showUndefinedVariable", false));
                    return filters.saveFilter(filter);
                })
                .getId();
    }
}
