package org.chuyi.workflow;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;

/** Whom tasks are offered to at all: not the three administrators. */
public final class InboxPosts {

    public static final Set<Role> ROLES = Collections.unmodifiableSet(EngineGroups.TASK_ROLES);

    /** Who may free a stuck task, besides. */
    public static final Set<Role> AND_ADMINISTRATOR =
            Stream.concat(ROLES.stream(), Stream.of(Role.SYSTEM_ADMINISTRATOR)).collect(Collectors.toUnmodifiableSet());

    private InboxPosts() {}

    static boolean none(Actor actor) {
        return Collections.disjoint(ROLES, actor.roles());
    }
}
