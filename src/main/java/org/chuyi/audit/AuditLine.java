package org.chuyi.audit;

import java.time.Instant;
import java.util.Map;

/**
 * A line of the record as it was written.
 *
 * @param number counted from 1 without gaps, in the order of the chain
 * @param at when it was recorded, to the microsecond
 * @param hash SHA-256 over the hash of the line before and this line, 64 hexadecimal digits
 */
public record AuditLine(
        long number,
        Instant at,
        Who who,
        String action,
        String subjectKind,
        String subject,
        Map<String, Object> details,
        String hash) {}
