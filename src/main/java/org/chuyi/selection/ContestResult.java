package org.chuyi.selection;

import org.chuyi.application.ApplicationNumber;

/**
 * What was decided on an application: one line of the final list, explained.
 *
 * @param points hundredths of a point
 * @param reason for what is not by rank
 */
public record ContestResult(
        ApplicationNumber number,
        ContestKey contest,
        int rank,
        int points,
        boolean selected,
        Ground ground,
        String reason) {

    public enum Ground {
        /** 按排序入选. */
        RANK,
        /** 通知点名支持，评审后入选. */
        DESIGNATED,
        /** 审定例外. */
        EXCEPTION,
        /** 排序在入选线以下. */
        BELOW_LINE,
        /** 已撤回. */
        WITHDRAWN,
        /** 异议成立后更正. */
        OBJECTION
    }
}
