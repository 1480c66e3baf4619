package org.chuyi.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Implemented by the module that reviews: what a returned application still has to correct (一次性告知). */
public interface PendingCorrections {

    Optional<Correction> of(ApplicationNumber number);

    /**
     * @param by the organisation that returned it
     * @param version the version that was returned
     * @param dueAt the first instant that is too late
     */
    record Correction(String by, int version, String opinion, List<Item> items, Instant requestedAt, Instant dueAt) {}

    /** @param place section or material, as the reviewer names it */
    record Item(String place, String requirement) {}
}
