package org.chuyi.programme;

/**
 * A step of a round's selection, with its limit in workdays: the default of a round, stated by no source except where
 * noted.
 */
public enum SelectionStep {
    SEAL_RECOMMENDATION(10),
    ACCEPT_RECOMMENDATION(3),
    FINISH_FORMAL_CHECK(15),
    DRAW_EXPERTS(3),
    ANSWER_INVITATION(2),
    SCORING(10),
    DISCUSSION(3),
    CONFIRM_RANKING(3),
    COUNTERSIGN(5),
    RECONCILE(5),
    FINAL_DECISION(5),
    /** 公示期不少于 5 个工作日. */
    PUBLICITY(5, 5),
    ACCEPT_OBJECTION(3),
    INVESTIGATE_OBJECTION(10),
    ANSWER_OBJECTION(5),
    ANNOUNCEMENT(5);

    /** The longest limit that a step can have, in workdays. */
    public static final int MOST = 60;

    private final int byDefault;
    private final int least;

    SelectionStep(int byDefault) {
        this(byDefault, 1);
    }

    SelectionStep(int byDefault, int least) {
        this.byDefault = byDefault;
        this.least = least;
    }

    public int byDefault() {
        return byDefault;
    }

    /** The shortest limit that a round may set, in workdays. */
    public int least() {
        return least;
    }

    boolean allows(int workdays) {
        return workdays >= least && workdays <= MOST;
    }
}
