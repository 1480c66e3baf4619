package org.chuyi.workflow.work;

/** Names in {@code background-work.bpmn}; the business key is the work's id. */
public final class BackgroundWorkProcess {

    public static final String KEY = "backgroundWork";

    /** What the last slice came to: {@code more}, {@code file} or {@code over}. */
    public static final String WORK_SLICE = "workSlice";

    private BackgroundWorkProcess() {}
}
