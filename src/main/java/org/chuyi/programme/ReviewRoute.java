package org.chuyi.programme;

/** Who reviews an application between the school and the province. */
public enum ReviewRoute {
    /** Nobody. */
    DIRECT,
    /** Decided by the applying school's kind. */
    BY_SCHOOL_TYPE,
    CITY_EDUCATION_BUREAU,
    CITY_HR_BUREAU,
    /** The school's supervising authority where it has one that reviews, else nobody. */
    DIRECT_OR_AUTHORITY
}
