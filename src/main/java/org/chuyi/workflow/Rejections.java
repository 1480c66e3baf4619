package org.chuyi.workflow;

import java.util.Optional;

/** The engine wraps what a listener throws; this finds our refusal in the chain of causes. */
final class Rejections {

    private Rejections() {}

    static Optional<TaskRejected> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TaskRejected rejected) {
                return Optional.of(rejected);
            }
        }
        return Optional.empty();
    }
}
