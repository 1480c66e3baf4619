package org.chuyi.selection;

/** {@code aggregation.dmn}: which method holds for how many scores, and from which spread on there is an alarm. */
public interface AggregationTable {

    /** @param scores how many an application has; at least one */
    AggregationRule ruleFor(int scores);

    /** The table's SHA-256, so that a ranking says by which one it was made. */
    String sha256();
}
