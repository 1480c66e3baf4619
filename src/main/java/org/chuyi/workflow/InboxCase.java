package org.chuyi.workflow;

import java.time.Instant;
import java.util.Optional;

/**
 * A case as the lists show it.
 *
 * @param copy what it was copied for; empty in other lists
 */
public record InboxCase(
        String businessKey,
        String processKey,
        String title,
        String category,
        String occasion,
        String applicantName,
        String cityCode,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<Copy> copy)
        implements NamedCase {

    /**
     * @param reason why; its text is message {@code workflow.copy.<reason>}
     * @param note what the person who sent it says; empty where the process did
     */
    public record Copy(String reason, String note, String by, Instant copiedAt, boolean read) {}
}
