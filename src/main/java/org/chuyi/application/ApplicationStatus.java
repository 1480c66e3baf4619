package org.chuyi.application;

import java.util.EnumSet;
import java.util.Set;

/** Where an application stands; the names are stored. Nothing is deleted: the last six are ends. */
public enum ApplicationStatus {
    /** 填报中. */
    DRAFT,
    /** 待合作单位确认. */
    PARTNER_CONFIRMATION,
    /** 待校级审核. */
    SCHOOL_SIGN_OFF,
    /** 市州（主管部门）审核中. */
    CITY_REVIEW,
    /** 市州已同意，待排序推荐: an inner step, 市州审核中 to the school. */
    RECOMMENDATION,
    /** 省级审核中. */
    FORMAL_CHECK,
    /** 遴选中. */
    SELECTION,
    /** 退回修改. */
    RETURNED,
    /** 已批准. */
    APPROVED,
    /** 不予推荐. */
    NOT_RECOMMENDED,
    /** 不予批准. */
    REFUSED,
    /** 未入选. */
    NOT_SELECTED,
    /** 已撤回. */
    WITHDRAWN,
    /** 逾期. */
    EXPIRED;

    private static final Set<ApplicationStatus> ENDS =
            EnumSet.of(APPROVED, NOT_RECOMMENDED, REFUSED, NOT_SELECTED, WITHDRAWN, EXPIRED);

    /** The applicant may write. */
    public boolean isEditable() {
        return this == DRAFT || this == RETURNED;
    }

    public boolean isEnd() {
        return ENDS.contains(this);
    }

    /** It waits for the round: for the city's list, or for the contest's result. */
    public boolean isInContest() {
        return this == RECOMMENDATION || this == SELECTION;
    }

    /** It has left the school and nobody has decided: what a reviewer works on. */
    public boolean isUnderReview() {
        return this == CITY_REVIEW || this == FORMAL_CHECK;
    }
}
