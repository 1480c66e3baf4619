package org.chuyi.selection;

import java.time.Instant;
import java.util.List;
import org.chuyi.organisation.Department;

/** 会签意见: what one department said of a list. */
public record Countersignature(
        Department department,
        Decision decision,
        String opinion,
        List<RowOpinion> rows,
        String signedByName,
        Instant signedAt) {

    public enum Decision {
        APPROVE,
        OBJECT,
        RETURN
    }

    /** What it said of a single row. */
    public record RowOpinion(String number, String opinion) {}
}
