package org.chuyi.organisation;

import java.util.Set;

/** An organisation that an account may act for, with the roles it holds there. */
public record Capacity(
        OrganisationId organisation,
        String organisationName,
        OrganisationKind organisationKind,
        String cityCode,
        Set<Role> roles) {

    Actor of(Account account) {
        return new Actor(
                account.id(),
                account.login(),
                account.name(),
                organisation,
                organisationName,
                organisationKind,
                cityCode,
                Role.actedAs(roles));
    }
}
