package org.chuyi.selection;

import java.time.Instant;
import java.util.Optional;

/**
 * 遴选: one competitive programme of a round, or one of its tracks, from the draw of experts to the leader's decision.
 *
 * @param places how many are selected; 0 where the call leaves it open
 * @param rankingVersion the ranking that counts now; 0 before the first
 */
public record Contest(
        ContestKey key, int places, State state, int rankingVersion, Instant openedAt, Optional<Instant> decidedAt) {

    /** Where it stands; the names are stored. */
    public enum State {
        /** 待抽取专家. */
        DRAWING,
        /** 邀请专家中. */
        INVITING,
        /** 评审中. */
        SCORING,
        /** 合议中. */
        DISCUSSION,
        /** 待确认排序. */
        RANKING,
        /** 会签中. */
        COUNTERSIGN,
        /** 待审定. */
        DECISION,
        /** 已审定. */
        DECIDED
    }
}
