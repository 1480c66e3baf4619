package org.chuyi.selection;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;

/**
 * An expert of the pool as a draw sees her.
 *
 * @param city code of the city in which her employer is; 430000 for a provincial one
 * @param grounds why she cannot be drawn; empty when she can
 */
record DrawCandidate(
        AccountId account,
        String login,
        OrganisationId employer,
        String city,
        Set<Specialty> specialties,
        List<DrawGround> grounds) {

    DrawCandidate {
        specialties = java.util.Collections.unmodifiableSet(new TreeSet<>(specialties));
        grounds = List.copyOf(grounds);
    }

    boolean isEligible() {
        return grounds.isEmpty();
    }

    /** Whether she can take a seat of that specialty. */
    boolean fits(Specialty seat) {
        return seat == Specialty.GENERAL || specialties.contains(seat);
    }

    /** Those of the asked seats that she can take, in the catalogue's order. */
    Set<Specialty> seatsAmong(Collection<Specialty> asked) {
        var fitting = EnumSet.noneOf(Specialty.class);
        asked.stream().filter(this::fits).forEach(fitting::add);
        return fitting;
    }
}
