package org.chuyi.organisation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The acting person: an account, the organisation she acts for now, and the roles she holds there.
 *
 * @param login the sign-in name, also the engine's user id
 * @param name the person's name as shown
 * @param roles what she holds herself, and on this day in a colleague's place
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
        Set<Role> roles,
        Deputyships deputyships)
        implements Serializable {

    public Actor {
        deputyships = deputyships == null ? Deputyships.none(roles) : deputyships;
    }

    /** Of somebody who stands in for nobody. */
    public Actor(
            AccountId account,
            String login,
            String name,
            OrganisationId organisation,
            String organisationName,
            OrganisationKind organisationKind,
            String cityCode,
            Set<Role> roles) {
        this(account, login, name, organisation, organisationName, organisationKind, cityCode, roles, null);
    }

    /** The same person on that day: what she does in a colleague's place begins and ends with it. */
    public Actor on(LocalDate day) {
        return deputyships.known().isEmpty() ? this : with(deputyships.on(day));
    }

    Actor standingIn(List<StandIn> known, LocalDate today) {
        return known.isEmpty() ? this : with(new Deputyships(roles, known, List.of()).on(today));
    }

    private Actor with(Deputyships deputyships) {
        return new Actor(
                account,
                login,
                name,
                organisation,
                organisationName,
                organisationKind,
                cityCode,
                deputyships.roles(),
                deputyships);
    }

    /** Herself and those in whose place she acts today. */
    public Set<AccountId> selves() {
        return Stream.concat(Stream.of(account), deputyships.inForce().stream().map(StandIn::principal))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** In whose place she does what takes this role; empty where it is her own. */
    public Optional<StandIn> standsInAs(Role role) {
        return deputyships.own().contains(role)
                ? Optional.empty()
                : deputyships.inForce().stream()
                        .filter(each -> each.roles().contains(role))
                        .findFirst();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean holds(Post post) {
        return post.organisation().equals(organisation) && roles.contains(post.role());
    }
}
