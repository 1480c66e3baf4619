package org.chuyi.selection;

import java.time.Instant;
import java.util.Optional;

/**
 * A computed ranking; each computation is a version and stays.
 *
 * @param ruleVersion by which rules: the version of the arithmetic and the SHA-256 of the decision table, {@code 1-ab12…}
 * @param places where the line is drawn; 0 where the call leaves the number open
 */
public record Ranking(
        ContestKey contest,
        int version,
        String ruleVersion,
        int places,
        Instant computedAt,
        Optional<Instant> confirmedAt,
        String confirmedBy,
        String opinion) {}
