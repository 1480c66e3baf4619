package org.chuyi.application;

import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.springframework.stereotype.Component;

/** 教育厅: leads the five departments, runs the formal check, sees every application that has left its school. */
@Component
public class LeadDepartment {

    private final Organisations organisations;

    LeadDepartment(Organisations organisations) {
        this.organisations = organisations;
    }

    public OrganisationId id() {
        return organisations.department(Department.EDUCATION).id();
    }

    public Post officers() {
        return new Post(id(), Role.PROVINCIAL_OFFICER);
    }

    public Post leaders() {
        return new Post(id(), Role.PROVINCIAL_LEADER);
    }

    boolean isLed(Actor actor) {
        return (actor.is(Role.PROVINCIAL_OFFICER) || actor.is(Role.PROVINCIAL_LEADER))
                && actor.organisation().equals(id());
    }
}
