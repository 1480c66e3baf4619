package org.chuyi.workflow.bulk;

/**
 * A task of a bulk completion and what became of it.
 *
 * @param reason message key; takes {@code detail}; empty while there is nothing to say
 * @param detail who was first, what stood in the way, or the outcome of what is done
 */
public record BulkRow(int position, String taskId, State state, String reason, String detail) {

    public enum State {
        CHOSEN,
        /** Not begun: it could not be done with the others. */
        LEFT_OUT,
        DONE,
        /** Somebody was first, or the process took it away meanwhile. */
        DONE_BEFORE,
        /** The gate did not let it pass; it is still open. */
        REFUSED
    }

    static BulkRow chosen(int position, String taskId) {
        return new BulkRow(position, taskId, State.CHOSEN, "", "");
    }

    BulkRow became(State state, String reason, String detail) {
        return new BulkRow(position, taskId, state, reason, detail);
    }
}
