package org.chuyi.workflow;

import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;

/**
 * The engine's groups that follow from posts: one for each post, e.g. {@code REVIEWER.17}, one for each kind of
 * administrator, and one of everybody who may have tasks.
 */
final class EngineGroups {

    static final String TASK_HOLDERS = "TASK_HOLDERS";

    static final Set<Role> TASK_ROLES = EnumSet.of(
            Role.APPLICANT,
            Role.SCHOOL_LEADER,
            Role.REVIEWER,
            Role.BUREAU_LEADER,
            Role.PROVINCIAL_OFFICER,
            Role.PROVINCIAL_LEADER,
            Role.EXPERT);

    private EngineGroups() {}

    static Set<String> of(Collection<Post> posts) {
        var groups = new LinkedHashSet<String>();
        for (Post post : posts) {
            groups.add(post.group());
            groups.add(
                    TASK_ROLES.contains(post.role())
                            ? TASK_HOLDERS
                            : post.role().name());
        }
        return groups;
    }

    /** Those of the organisation that she acts for now, not of all her posts. */
    static Set<String> of(Actor actor) {
        return of(actor.roles().stream()
                .map(role -> new Post(actor.organisation(), role))
                .toList());
    }
}
