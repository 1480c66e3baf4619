package org.chuyi.workflow;

import java.util.EnumSet;
import java.util.Set;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.springframework.stereotype.Component;

/** Who stands above whoever works on a task: the leader of the same organisation, and for a bureau the lead department. */
@Component
public class Superiors {

    private static final Set<Role> LEADERS = EnumSet.of(Role.SCHOOL_LEADER, Role.PROVINCIAL_LEADER);

    private final Organisations organisations;

    Superiors(Organisations organisations) {
        this.organisations = organisations;
    }

    /** A leader is above the others of her organisation, not above another leader. */
    public static boolean isAbove(Actor actor, InboxTask task) {
        return actor.organisation().equals(task.offeredTo().organisation())
                && !task.personal()
                && !LEADERS.contains(task.offeredTo().role())
                && actor.roles().stream().anyMatch(LEADERS::contains);
    }

    /** Whom a second reminder goes to. */
    public Post of(InboxTask task) {
        Organisation body = organisations.get(task.offeredTo().organisation());
        if (LEADERS.contains(task.offeredTo().role())) {
            return leadOfficers();
        }
        if (body.kind().isSchool()) {
            return new Post(body.id(), Role.SCHOOL_LEADER);
        }
        return body.kind() == OrganisationKind.PROVINCIAL_DEPARTMENT
                ? new Post(body.id(), Role.PROVINCIAL_LEADER)
                : leadOfficers();
    }

    /** 教育厅: whom a third reminder goes to. */
    public Post leadOfficers() {
        return new Post(organisations.department(Department.EDUCATION).id(), Role.PROVINCIAL_OFFICER);
    }
}
