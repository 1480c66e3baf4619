package org.chuyi.selection;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a draw was asked for; with the seed and the pool, all that its result depends on.
 *
 * @param perEntry how many of the panel score each application
 * @param applications how many applications of each specialty compete
 * @param limitedCities cities whose applications an expert from there may not judge; empty where the programme allows it
 */
record DrawConditions(
        int panelSize, int perEntry, Shares shares, Map<Specialty, Integer> applications, Set<String> limitedCities) {

    /** How the seats are shared among the specialties. */
    enum Shares {
        APPLICATIONS,
        EQUAL
    }

    DrawConditions {
        applications = Collections.unmodifiableMap(new TreeMap<>(applications));
        limitedCities = Collections.unmodifiableSet(new TreeSet<>(limitedCities));
    }

    /** So many of a limited city at most, so that enough are left to judge its applications. */
    int mostOfACity() {
        return panelSize - perEntry;
    }

    Map<Specialty, Integer> seats() {
        return SeatShares.seats(applications, panelSize, shares);
    }
}
