package org.chuyi.application;

import static org.chuyi.application.ApplicationStatus.CITY_REVIEW;
import static org.chuyi.application.ApplicationStatus.DRAFT;
import static org.chuyi.application.ApplicationStatus.PARTNER_CONFIRMATION;
import static org.chuyi.application.ApplicationStatus.RECOMMENDATION;
import static org.chuyi.application.ApplicationStatus.RETURNED;
import static org.chuyi.application.ApplicationStatus.SCHOOL_SIGN_OFF;

import java.util.EnumSet;
import java.util.Set;

/**
 * 公开状态: what a reader is told of where an application stands. While a school corrects, it is returned for everybody
 * outside, whatever is going on inside the school; while a city ranks, its review goes on for the school.
 */
public final class PublicStatus {

    private static final Set<ApplicationStatus> INSIDE_SCHOOL =
            EnumSet.of(DRAFT, PARTNER_CONFIRMATION, SCHOOL_SIGN_OFF, RETURNED);

    private PublicStatus() {}

    /** @param hasLeftSchool a version of it was frozen, at whatever time */
    public static ApplicationStatus of(ApplicationStatus status, boolean hasLeftSchool, Reader reader) {
        if (reader == Reader.SCHOOL) {
            return status == RECOMMENDATION ? CITY_REVIEW : status;
        }
        return hasLeftSchool && INSIDE_SCHOOL.contains(status) ? RETURNED : status;
    }

    /** The stored states that such a reader sees as this one. */
    static Set<ApplicationStatus> behind(ApplicationStatus shown, Reader reader) {
        if (reader == Reader.SCHOOL) {
            return shown == CITY_REVIEW ? EnumSet.of(CITY_REVIEW, RECOMMENDATION) : EnumSet.of(shown);
        }
        return shown == RETURNED ? INSIDE_SCHOOL : EnumSet.of(shown);
    }
}
