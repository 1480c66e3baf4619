package org.chuyi.notification.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * How an attempt went.
 *
 * @param status of the answer, or the robot's own code where it declined; empty where there was no answer
 * @param test pressed by the administrator
 */
public record WebhookResult(Outcome outcome, Optional<Integer> status, Instant at, boolean test) {

    /** The names are stored. */
    public enum Outcome {
        TAKEN,
        /** Answered by another status than 2xx. */
        REFUSED,
        /** Answered 2xx, with a code that says it has not taken the message. */
        DECLINED,
        UNREACHABLE,
        /** Its name leads to an address that is not allowed. */
        ADDRESS_NOT_ALLOWED
    }

    public boolean taken() {
        return outcome == Outcome.TAKEN;
    }
}
