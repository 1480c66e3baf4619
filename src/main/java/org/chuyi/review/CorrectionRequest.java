package org.chuyi.review;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.chuyi.application.ApplicationNumber;

/**
 * 一次性告知: all that has to be corrected, told at once.
 *
 * @param version the version that was returned
 * @param answeredByVersion the version that came back, if it has
 */
public record CorrectionRequest(
        ApplicationNumber application,
        int version,
        List<Item> items,
        Instant requestedAt,
        Instant dueAt,
        OptionalInt answeredByVersion) {

    /** @param place section or material, as the reviewer names it */
    public record Item(String place, String requirement) {}
}
