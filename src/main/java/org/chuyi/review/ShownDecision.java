package org.chuyi.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decision as one of its readers may know it.
 *
 * @param decision the review form's value, e.g. {@code returned}
 * @param person who decided, where the reader may know her
 * @param corrections empty unless it was returned
 */
public record ShownDecision(
        ReviewStep step,
        String decision,
        String opinion,
        String organisation,
        Optional<String> person,
        Instant at,
        int version,
        List<CorrectionRequest.Item> corrections,
        Optional<Instant> correctionDueAt) {}
