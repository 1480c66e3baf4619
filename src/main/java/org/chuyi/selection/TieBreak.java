package org.chuyi.selection;

/** What separates an application from those with the same points, in this order. The names are stored. */
public enum TieBreak {
    /** Nobody else has its points. */
    NONE(""),
    /** 中位数高者在前. */
    MEDIAN("MEDIAN"),
    /** 极差小者在前. */
    SPREAD("SPREAD"),
    /** An officer decided, on the record. */
    DECISION("DECISION"),
    /** Nothing: it shares its rank, and nothing depends on it. */
    SHARED("SHARED"),
    /** Nothing, and the line would run between them: an officer must decide. */
    OPEN("OPEN");

    private final String stored;

    TieBreak(String stored) {
        this.stored = stored;
    }

    String stored() {
        return stored;
    }

    static TieBreak of(String stored) {
        return stored.isEmpty() ? NONE : valueOf(stored);
    }
}
