package org.chuyi.review;

import java.time.Instant;
import org.chuyi.application.ApplicationNumber;

/**
 * What somebody decided on a version of an application.
 *
 * @param decision as the form's value: {@code recommended}, {@code returned}, {@code refused} …
 */
public record ReviewDecision(
        long id,
        ApplicationNumber application,
        int version,
        ReviewStep step,
        String decision,
        String opinion,
        String decidedByName,
        String organisationName,
        Instant decidedAt) {}
