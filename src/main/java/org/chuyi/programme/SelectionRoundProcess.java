package org.chuyi.programme;

/** Names of {@code selection-round.bpmn}. */
public final class SelectionRoundProcess {

    public static final String KEY = "selectionRound";

    public static final String FINISH_FORMAL_CHECK = "finishFormalCheck";
    public static final String ISSUE_ANNOUNCEMENT = "issueAnnouncement";

    public static final String WINDOW_MOVED = "round.windowMoved";

    /** The timer of the window's end. */
    public static final String WINDOW_CLOSES = "windowCloses";

    /** Whether the round has a competitive programme: {@code yes} or {@code no}. */
    public static final String SELECTION_HELD = "selectionHeld";

    /** Whether applications are left to be told: {@code some} or {@code none}. */
    public static final String RESULTS_LEFT = "resultsLeft";

    private SelectionRoundProcess() {}
}
