package org.chuyi.organisation;

import java.time.Instant;
import java.util.Optional;

/**
 * A person's account, without its password.
 *
 * @param login lower case; also the engine's user id
 * @param lockedUntil set after too many failures; in the past it means nothing
 * @param language zh-CN or en
 */
public record Account(
        AccountId id,
        String login,
        String name,
        Optional<String> email,
        boolean enabled,
        boolean mustChangePassword,
        Optional<Instant> lockedUntil,
        String language,
        Instant createdAt,
        Optional<Instant> lastSignedInAt) {

    public boolean isLockedAt(Instant now) {
        return lockedUntil.filter(now::isBefore).isPresent();
    }
}
