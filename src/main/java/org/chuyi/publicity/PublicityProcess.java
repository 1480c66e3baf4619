package org.chuyi.publicity;

/** Names of {@code publicity.bpmn}. */
public final class PublicityProcess {

    public static final String KEY = "publicity";

    public static final String LIST_CORRECTED = "publicity.listCorrected";
    public static final String OBJECTIONS_SETTLED = "publicity.objectionsSettled";

    /** Whether objections are open at the end of the display: {@code some} or {@code none}. */
    public static final String OBJECTIONS_OPEN = "objectionsOpen";

    private PublicityProcess() {}
}
