package org.chuyi.application;

/** Where an application stands; the names are stored. Nothing is deleted: the last five are ends. */
public enum ApplicationStatus {
    /** 填报中. */
    DRAFT,
    /** 待合作单位确认. */
    PARTNER_CONFIRMATION,
    /** 待校级审核. */
    SCHOOL_SIGN_OFF,
    /** 市州（主管部门）审核中. */
    CITY_REVIEW,
    /** 省级审核中. */
    FORMAL_CHECK,
    /** 退回修改. */
    RETURNED,
    /** 已批准. */
    APPROVED,
    /** 不予推荐. */
    NOT_RECOMMENDED,
    /** 不予批准. */
    REFUSED,
    /** 已撤回. */
    WITHDRAWN,
    /** 逾期. */
    EXPIRED;

    /** The applicant may write. */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }

    public boolean isEnd() {
        return this == APPROVED || this == NOT_RECOMMENDED || this == REFUSED || this == WITHDRAWN || this == EXPIRED;
    }

    /** It has left the school and nobody has decided: what a reviewer works on. */
    public boolean isUnderReview() {
        return this == CITY_REVIEW || this == FORMAL_CHECK;
    }
}
