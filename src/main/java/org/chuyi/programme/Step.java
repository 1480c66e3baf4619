package org.chuyi.programme;

/** A step of the way that has a limit in workdays. */
public enum Step {
    SCHOOL_SIGN_OFF,
    CITY_REVIEW,
    FORMAL_CHECK,
    CORRECTION
}
