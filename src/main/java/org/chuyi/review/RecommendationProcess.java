package org.chuyi.review;

/** Names of {@code recommendation.bpmn}. */
public final class RecommendationProcess {

    public static final String KEY = "recommendation";

    public static final String SEAL_RECOMMENDATION = "sealRecommendation";
    public static final String ACCEPT_RECOMMENDATION = "acceptRecommendation";

    /** Whether applications are left to be passed on: {@code some} or {@code none}. */
    public static final String RECOMMENDATIONS_LEFT = "recommendationsLeft";

    private RecommendationProcess() {}
}
