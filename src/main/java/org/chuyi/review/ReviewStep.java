package org.chuyi.review;

/** Whose decision it is; the names are stored. */
public enum ReviewStep {
    /** 校级审核. */
    SCHOOL_SIGN_OFF,
    /** 市州（主管部门）审核. */
    CITY_REVIEW,
    /** 形式审查与审批. */
    FORMAL_CHECK
}
