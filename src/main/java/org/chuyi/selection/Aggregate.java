package org.chuyi.selection;

import java.util.List;

/**
 * What an application's scores come to; all figures in hundredths of a point.
 *
 * @param scores all that were given, in the order of the seats
 * @param dropped the highest and the lowest where they do not count; else empty
 * @param points the mean of those that count
 * @param median of all
 * @param spread 极差, of all
 * @param alarm the experts are too far apart, or there are none
 */
public record Aggregate(
        List<Integer> scores,
        List<Integer> dropped,
        AggregationMethod method,
        int points,
        int median,
        int spread,
        boolean alarm) {

    /** Of an application that nobody has scored. */
    static final Aggregate NONE = new Aggregate(List.of(), List.of(), AggregationMethod.NONE, 0, 0, 0, true);

    boolean scored() {
        return !scores.isEmpty();
    }
}
