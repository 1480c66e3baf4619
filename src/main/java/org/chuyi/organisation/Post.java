package org.chuyi.organisation;

/**
 * A role held for an organisation: what a person acts as, and whom a task is offered to.
 *
 * <p>Its {@link #group()} is the candidate group of the process models, e.g. {@code REVIEWER.17}.
 */
public record Post(OrganisationId organisation, Role role) {

    public String group() {
        return role.name() + "." + organisation.value();
    }

    /** The reverse of {@link #group()}; throws IllegalArgumentException on anything else. */
    public static Post ofGroup(String group) {
        int dot = group.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("Not a post's group: " + group);
        }
        return new Post(
                new OrganisationId(Long.parseLong(group.substring(dot + 1))), Role.valueOf(group.substring(0, dot)));
    }
}
