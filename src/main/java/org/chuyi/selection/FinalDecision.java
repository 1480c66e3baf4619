package org.chuyi.selection;

import java.time.Instant;
import java.util.List;

/** 审定: what the provincial leader decided on a list. */
public record FinalDecision(
        int rankingVersion,
        Decision decision,
        String opinion,
        List<Exception> exceptions,
        String decidedByName,
        Instant at) {

    public enum Decision {
        APPROVED,
        COUNTERSIGN,
        RANKING
    }

    /** A row that is decided otherwise than its rank says. */
    public record Exception(String number, boolean selected, String reason) {}
}
