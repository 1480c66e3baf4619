package org.chuyi.application;

import java.util.List;
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

    /**
     * To whom a missed deadline of that post is reported: an officer's or a reviewer's to the leaders of her own body and,
     * where that is not this department, to those who run the round too; everybody else's to those who run the round.
     */
    public List<Post> superiorsOf(Post post) {
        return switch (post.role()) {
            case PROVINCIAL_OFFICER -> above(new Post(post.organisation(), Role.PROVINCIAL_LEADER));
            case REVIEWER -> above(new Post(post.organisation(), Role.BUREAU_LEADER));
            default -> List.of(officers());
        };
    }

    private List<Post> above(Post leaders) {
        return leaders.equals(leaders()) ? List.of(leaders) : List.of(leaders, officers());
    }

    boolean isLed(Actor actor) {
        return (actor.is(Role.PROVINCIAL_OFFICER) || actor.is(Role.PROVINCIAL_LEADER))
                && actor.organisation().equals(id());
    }
}
