package org.chuyi.programme;

/** A step of a round's selection, with its limit in workdays: a default of this system, stated by no source. */
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
    PUBLICITY(5),
    ACCEPT_OBJECTION(3),
    INVESTIGATE_OBJECTION(10),
    ANSWER_OBJECTION(5),
    ANNOUNCEMENT(5);

    private final int workdays;

    SelectionStep(int workdays) {
        this.workdays = workdays;
    }

    public int workdays() {
        return workdays;
    }
}
