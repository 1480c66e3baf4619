package org.chuyi.workflow;

/** Names in {@code deadline-watch.bpmn}; the business key of a notice told once more is its task's id. */
public final class DeadlineWatchProcess {

    public static final String KEY = "deadlineWatch";

    public static final String NOTICE_FAILED = "deadline.noticeFailed";

    /** What a sweep's slice answered: {@code yes} where there may be more to tell, or {@code no}. */
    public static final String DEADLINES_LEFT = "deadlinesLeft";

    /** Which {@link DeadlineNotice} is told once more. */
    public static final String DEADLINE_NOTICE = "deadlineNotice";

    private DeadlineWatchProcess() {}
}
