package org.chuyi.review;

import java.util.Optional;
import org.chuyi.programme.ProgrammeCode;

/**
 * The places of a city for a programme.
 *
 * @param quota empty for no limit
 * @param exactly just so many have to be listed (每市州一所), where there are applications
 * @param listed by all bodies of the city together, those that use no place left out
 */
public record RecommendationPlaces(ProgrammeCode programme, Optional<Integer> quota, boolean exactly, int listed) {

    public boolean isFull() {
        return quota.filter(limit -> listed >= limit).isPresent();
    }
}
