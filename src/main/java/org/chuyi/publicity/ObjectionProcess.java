package org.chuyi.publicity;

/** Names of {@code objection.bpmn}. */
public final class ObjectionProcess {

    public static final String KEY = "objection";

    public static final String ACCEPT_OBJECTION = "acceptObjection";
    public static final String INVESTIGATE_OBJECTION = "investigateObjection";
    public static final String ANSWER_OBJECTION = "answerObjection";

    private ObjectionProcess() {}
}
