package org.chuyi.selection;

/** Names of {@code contest.bpmn}. */
public final class ContestProcess {

    public static final String KEY = "contest";

    public static final String DRAW_EXPERTS = "drawExperts";
    public static final String ANSWER_INVITATION = "answerInvitation";
    public static final String APPOINT_EXPERT = "appointExpert";
    public static final String SUPPLEMENT_PANEL = "supplementPanel";
    public static final String SCORE_APPLICATIONS = "scoreApplications";
    public static final String LEAD_DISCUSSION = "leadDiscussion";
    public static final String CONFIRM_RANKING = "confirmRanking";
    public static final String COUNTERSIGN = "countersign";
    public static final String RECONCILE = "reconcile";
    public static final String FINAL_DECISION = "finalDecision";

    /** Whether somebody stands by for a seat: {@code found} or {@code none}. */
    public static final String REPLACEMENT = "replacement";

    /** What the decision table says: {@code all}, {@code ratio}, {@code half}, {@code any} or {@code leadVeto}. */
    public static final String COUNTERSIGN_RULE = "countersignRule";

    /** Thrown where the pool became too small before the draw was made. */
    public static final String POOL_TOO_SMALL = "poolTooSmall";

    /** Thrown where too few of a panel may judge an application. */
    public static final String PANEL_TOO_SMALL = "panelTooSmall";

    /** Where the countersign stands: {@code open}, {@code passed}, {@code dissent} or {@code returned}. */
    public static final String COUNTERSIGN_RESULT = "countersignResult";

    private ContestProcess() {}
}
