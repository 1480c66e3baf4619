package org.chuyi.review;

import java.time.Instant;
import java.util.Optional;

/**
 * A list in one line.
 *
 * @param readable whether this reader may open it
 * @param listed 0 while it is being ranked
 * @param undecided on how many its body has still to decide
 * @param task the reader's open task on it
 */
public record RecommendationOverview(
        RecommendationKey key,
        String bodyName,
        RecommendationList.State state,
        boolean readable,
        int candidates,
        int listed,
        int undecided,
        Optional<Instant> sealedAt,
        Optional<Instant> acceptedAt,
        Optional<Instant> returnedAt,
        Optional<String> task) {

    public boolean returned() {
        return state == RecommendationList.State.DRAFT && returnedAt.isPresent();
    }
}
