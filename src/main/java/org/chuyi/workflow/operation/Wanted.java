package org.chuyi.workflow.operation;

/**
 * What a person says with an operation.
 *
 * @param reason why, or the opinion; blank where none is asked for
 * @param to whom it concerns: an account's id, a post's group, or empty
 * @param step the earlier step to go back to, by its id in the model, or empty
 */
public record Wanted(String reason, String to, String step) {

    public static final int LONGEST_REASON = 500;

    public Wanted {
        reason = reason == null ? "" : reason.replace("\0", "").strip();
        to = to == null ? "" : to.strip();
        step = step == null ? "" : step.strip();
    }

    public static Wanted nothing() {
        return new Wanted("", "", "");
    }

    public static Wanted because(String reason) {
        return new Wanted(reason, "", "");
    }

    public static Wanted of(String reason, String to) {
        return new Wanted(reason, to, "");
    }
}
