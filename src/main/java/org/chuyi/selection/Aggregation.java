package org.chuyi.selection;

import java.util.List;

/**
 * The arithmetic of scores, in whole hundredths of a point: nothing is rounded but means, and those half up (四舍五入), the
 * way a person checks them with a pocket calculator.
 */
final class Aggregation {

    /** Goes into each ranking: a change of what is below is another version. */
    static final int VERSION = 1;

    private static final int FEWEST_TO_TRIM = 3;

    private Aggregation() {}

    /** @param scores as given, in the order of the seats; may be empty */
    static Aggregate of(List<Integer> scores, AggregationRule rule) {
        if (scores.isEmpty()) {
            return Aggregate.NONE;
        }
        List<Integer> ascending = scores.stream().sorted().toList();
        List<Integer> dropped = rule.method() == AggregationMethod.TRIMMED_MEAN ? extremes(ascending) : List.of();
        List<Integer> counted = dropped.isEmpty() ? ascending : ascending.subList(1, ascending.size() - 1);
        int spread = spread(ascending);
        return new Aggregate(
                List.copyOf(scores),
                dropped,
                rule.method(),
                mean(counted),
                median(ascending),
                spread,
                spread > rule.alarmAbove());
    }

    /** One highest and one lowest score, however many are as high or as low. */
    private static List<Integer> extremes(List<Integer> ascending) {
        if (ascending.size() < FEWEST_TO_TRIM) {
            throw new IllegalArgumentException("Nothing is left of " + ascending.size() + " scores without extremes");
        }
        return List.of(ascending.get(ascending.size() - 1), ascending.get(0));
    }

    static int mean(List<Integer> scores) {
        long sum = scores.stream().mapToLong(Integer::longValue).sum();
        return halfUp(sum, scores.size());
    }

    /** The middle one; of an even number, the mean of the two in the middle. */
    static int median(List<Integer> ascending) {
        int middle = ascending.size() / 2;
        return ascending.size() % 2 == 1
                ? ascending.get(middle)
                : halfUp((long) ascending.get(middle - 1) + ascending.get(middle), 2);
    }

    /** 极差: between the highest and the lowest of all scores, those dropped among them. */
    static int spread(List<Integer> ascending) {
        return ascending.get(ascending.size() - 1) - ascending.get(0);
    }

    /** Both are not negative. */
    private static int halfUp(long sum, int count) {
        return Math.toIntExact((2 * sum + count) / (2L * count));
    }
}
