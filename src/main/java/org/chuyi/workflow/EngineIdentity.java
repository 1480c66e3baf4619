package org.chuyi.workflow;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.AccountChanged;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the engine's users, groups and memberships as the accounts and their posts are, in the same transaction. */
@Component
class EngineIdentity {

    private static final String GROUP_TYPE = "CHUYI";

    private final IdentityService identity;
    private final AuthorizationService authorizations;
    private final Organisations organisations;
    private final MessageSource messages;

    EngineIdentity(
            IdentityService identity,
            AuthorizationService authorizations,
            Organisations organisations,
            MessageSource messages) {
        this.identity = identity;
        this.authorizations = authorizations;
        this.organisations = organisations;
        this.messages = messages;
    }

    @EventListener
    void mirror(AccountChanged changed) {
        mirrorUser(changed.account());
        changed.posts().forEach(this::mirrorGroup);
        mirrorMemberships(
                changed.account().login(), changed.account().enabled() ? EngineGroups.of(changed.posts()) : Set.of());
    }

    private void mirrorUser(Account account) {
        var user = identity.createUserQuery().userId(account.login()).singleResult();
        boolean isNew = user == null;
        if (isNew) {
            user = identity.newUser(account.login());
            // Nobody signs in to the engine by password; this one is known to nobody.
            user.setPassword(UUID.randomUUID() + "-" + UUID.randomUUID());
        }
        user.setFirstName(account.name());
        user.setLastName("");
        user.setEmail(account.email().orElse(null));
        identity.saveUser(user);
        if (isNew) {
            letReadHerselfOnly(account.login());
        }
    }

    /** The engine gives a new user every right over herself, to change her name and to delete herself among them. */
    private void letReadHerselfOnly(String login) {
        authorizations.createAuthorizationQuery().userIdIn(login).resourceType(Resources.USER).list().stream()
                .map(Authorization::getId)
                .forEach(authorizations::deleteAuthorization);
        var read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        read.setUserId(login);
        read.setResource(Resources.USER);
        read.setResourceId(login);
        read.addPermission(Permissions.READ);
        authorizations.saveAuthorization(read);
    }

    private void mirrorGroup(Post post) {
        ensureGroup(post.group(), organisations.get(post.organisation()).name() + " · " + label(post.role()));
        if (!EngineGroups.TASK_ROLES.contains(post.role())) {
            ensureGroup(post.role().name(), label(post.role()));
        }
    }

    void ensureGroup(String id, String name) {
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            var group = identity.newGroup(id);
            group.setName(name);
            group.setType(GROUP_TYPE);
            identity.saveGroup(group);
        }
    }

    private void mirrorMemberships(String login, Set<String> wanted) {
        Set<String> present = identity.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        var missing = new HashSet<>(wanted);
        missing.removeAll(present);
        missing.forEach(group -> identity.createMembership(login, group));
        var surplus = new HashSet<>(present);
        surplus.removeAll(wanted);
        surplus.forEach(group -> identity.deleteMembership(login, group));
    }

    String label(Role role) {
        return messages.getMessage("portal.role." + role.name(), null, role.name(), Locale.SIMPLIFIED_CHINESE);
    }
}
