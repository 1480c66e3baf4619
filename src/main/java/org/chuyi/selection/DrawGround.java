package org.chuyi.selection;

/** Why an expert of the pool cannot be drawn for a contest; the names are stored. */
public enum DrawGround {
    /** 已停用: left the pool, or her account is closed. */
    INACTIVE,
    /** 不在可评审期: her dates do not reach from the invitation to the end of the scoring. */
    UNAVAILABLE,
    /** 评审任务已满: sits on as many panels as one may at a time. */
    BUSY,
    /** 所在单位申报. */
    EMPLOYER,
    /** 所在单位为合作单位. */
    PARTNER,
    /** 申报的利害关系单位参评. */
    DECLARED,
    /** 全部申报均为同市州. */
    SAME_CITY;

    /** How many panels an expert sits on at a time: more than this many, and none gets her attention. */
    public static final int MOST_PANELS = 3;

    public boolean isRecusal() {
        return this == EMPLOYER || this == PARTNER || this == DECLARED || this == SAME_CITY;
    }

    /** Key of its text. */
    public String message() {
        return "selection.ground." + name();
    }
}
