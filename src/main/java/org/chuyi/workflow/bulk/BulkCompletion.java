package org.chuyi.workflow.bulk;

import java.util.Map;
import java.util.Optional;

/**
 * Tasks that a person has chosen to complete with the same answers.
 *
 * @param answers empty until she has given them
 * @param work the background work that does it; empty until she has confirmed
 */
public record BulkCompletion(long id, Optional<Map<String, Object>> answers, Optional<Long> work) {

    /** More are not taken at once. */
    public static final int MOST = 1_000;

    public boolean isBegun() {
        return work.isPresent();
    }
}
