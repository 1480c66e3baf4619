package org.chuyi.organisation;

import java.time.Instant;
import java.util.Optional;

/** A token for calls to the API, without its secret. */
public record ApiToken(
        long id,
        String name,
        String organisationName,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {}
