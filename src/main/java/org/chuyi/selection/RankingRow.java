package org.chuyi.selection;

import org.chuyi.application.ApplicationNumber;

/**
 * A line of a ranking, with all that explains it.
 *
 * @param before its rank and points in the version that it is compared with; null where it was not in that one
 */
public record RankingRow(
        ApplicationNumber number,
        String school,
        String cityCode,
        String blindCode,
        boolean designated,
        int rank,
        Aggregate aggregate,
        boolean aboveLine,
        TieBreak tieBreak,
        Before before)
        implements CutLine.Standing {

    public record Before(int rank, int points, boolean aboveLine) {}

    public boolean alarm() {
        return aggregate.alarm();
    }

    @Override
    public boolean scored() {
        return aggregate.scored();
    }

    @Override
    public int points() {
        return aggregate.points();
    }
}
