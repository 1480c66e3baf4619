package org.chuyi.workflow;

import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.springframework.stereotype.Component;

/** Who stands above whoever works on a task: the leader of the same organisation, and above her the lead department. */
@Component
public class Superiors {

    private final Organisations organisations;

    Superiors(Organisations organisations) {
        this.organisations = organisations;
    }

    /** A leader is above the others of her organisation, not above another leader. */
    public static boolean isAbove(Actor actor, InboxTask task) {
        return actor.organisation().equals(task.offeredTo().organisation())
                && !task.personal()
                && !task.offeredTo().role().leads()
                && actor.roles().stream().anyMatch(Role::leads);
    }

    /** Whom a second reminder goes to. */
    public Post of(InboxTask task) {
        if (task.offeredTo().role().leads()) {
            return leadOfficers();
        }
        Organisation body = organisations.get(task.offeredTo().organisation());
        return new Post(body.id(), leaderOf(body.kind()));
    }

    private static Role leaderOf(OrganisationKind kind) {
        if (kind.isSchool()) {
            return Role.SCHOOL_LEADER;
        }
        return kind == OrganisationKind.PROVINCIAL_DEPARTMENT ? Role.PROVINCIAL_LEADER : Role.BUREAU_LEADER;
    }

    /** 教育厅: whom a third reminder goes to. */
    public Post leadOfficers() {
        return new Post(organisations.department(Department.EDUCATION).id(), Role.PROVINCIAL_OFFICER);
    }
}
