package org.chuyi.bench;

import java.util.Arrays;

/** How long each of many repetitions took, and their percentiles in milliseconds. */
public record Times(long[] sortedNanos) {

    public static Times of(long... nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Times(sorted);
    }

    public int count() {
        return sortedNanos.length;
    }

    /** @param percent e.g. 95: the smallest time that so many of a hundred did not exceed (nearest rank) */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sortedNanos.length);
        return sortedNanos[Math.max(rank, 1) - 1] / 1e6;
    }

    public double longest() {
        return percentile(100);
    }
}
