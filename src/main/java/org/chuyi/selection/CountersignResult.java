package org.chuyi.selection;

import java.util.Locale;

/** Where a countersign stands. */
public enum CountersignResult {
    /** Somebody has not answered. */
    OPEN,
    PASSED,
    /** Everybody answered, and the rule does not let it pass. */
    DISSENT,
    /** One department sent the list back. */
    RETURNED;

    /** The process variable's value. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
