package org.chuyi.organisation;

import java.io.Serializable;
import java.util.Set;

/**
 * The acting person: an account, the organisation she acts for now, and the roles she holds there.
 *
 * @param login the sign-in name, also the engine's user id
 * @param name the person's name as shown
 * @param cityCode region code of the organisation's city (430100), or 430000 for a provincial one
 */
public record Actor(
        AccountId account,
        String login,
        String name,
        OrganisationId organisation,
        String organisationName,
        OrganisationKind organisationKind,
        String cityCode,
        Set<Role> roles)
        implements Serializable {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean holds(Post post) {
        return post.organisation().equals(organisation) && roles.contains(post.role());
    }
}
