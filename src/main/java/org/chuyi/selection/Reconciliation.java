package org.chuyi.selection;

import java.time.Instant;

/** 协调: what the lead department made of a countersign that did not pass. */
public record Reconciliation(
        int countersignRound, Decision decision, String opinion, String decidedByName, Instant at) {

    public enum Decision {
        /** 附不同意见报审定. */
        SUBMITTED,
        /** 重新会签. */
        AGAIN,
        /** 退回排序. */
        RANKING
    }
}
