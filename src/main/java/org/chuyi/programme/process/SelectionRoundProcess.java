package org.chuyi.programme.process;

/** The names of {@code selection-round.bpmn} that code uses. */
final class SelectionRoundProcess {

    static final String ID = "selectionRound";
    static final String WINDOW_MOVED = "round.windowMoved";

    private SelectionRoundProcess() {}
}
