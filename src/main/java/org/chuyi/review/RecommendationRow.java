package org.chuyi.review;

import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.programme.ProgrammeCode;

/**
 * An application on a list.
 *
 * @param rank from 1 within its programme, the listed ones first
 * @param usesQuota false where the programme counts a designated school outside the city's quota
 */
public record RecommendationRow(
        ApplicationNumber number,
        ProgrammeCode programme,
        String school,
        int rank,
        boolean listed,
        boolean usesQuota,
        ApplicationStatus status) {}
