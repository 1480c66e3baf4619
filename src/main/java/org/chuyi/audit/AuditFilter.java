package org.chuyi.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the record are asked for; empty parts ask for all.
 *
 * @param from the first moment
 * @param until the moment after the last
 * @param person the person's full name, or the number of her account
 * @param action the whole action, or its first part, e.g. {@code application}
 * @param subject the subject's id, e.g. an application's number
 */
public record AuditFilter(
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> person,
        Optional<String> action,
        Optional<String> subject) {

    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
