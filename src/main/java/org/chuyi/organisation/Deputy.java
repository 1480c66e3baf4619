package org.chuyi.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** One naming of a deputy, as the principal and the administrators see it. */
public record Deputy(
        long id,
        AccountId principal,
        String principalName,
        AccountId deputy,
        String deputyName,
        String organisationName,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        Optional<Instant> revokedAt) {

    public boolean isOverOn(LocalDate today) {
        return revokedAt.isPresent() || today.isAfter(lastDay);
    }
}
