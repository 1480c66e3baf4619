package org.chuyi.workflow;

import java.util.Collections;
import java.util.Set;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;

/** Whom tasks are offered to at all: not the three administrators. */
public final class InboxPosts {

    public static final Set<Role> ROLES = Collections.unmodifiableSet(EngineGroups.TASK_ROLES);

    private InboxPosts() {}

    static boolean none(Actor actor) {
        return Collections.disjoint(ROLES, actor.roles());
    }
}
