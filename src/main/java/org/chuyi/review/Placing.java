package org.chuyi.review;

import java.time.Instant;

/** What became of the wish to put an application at a place of its list. */
public sealed interface Placing {

    /** @param revision of the list now */
    record Placed(int revision) implements Placing {}

    /** Another window, or a colleague, changed the list since; nothing was written. */
    record Overtaken(String by, Instant at) implements Placing {}

    /** The city's places are taken. */
    record NoPlaceLeft(RecommendationPlaces places) implements Placing {}

    /** The list has been sealed meanwhile. */
    record Sealed() implements Placing {}

    /** The application is not on the list, or no longer. */
    record NotListed() implements Placing {}
}
