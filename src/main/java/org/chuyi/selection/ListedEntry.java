package org.chuyi.selection;

import java.util.Optional;

/**
 * A row of a contest's list as those read it who sign and decide on it: with names, in order of rank.
 *
 * @param points hundredths of a point
 * @param withdrawn since the ranking
 * @param result what was decided; empty before the decision
 */
public record ListedEntry(
        int rank,
        String number,
        String school,
        String cityCode,
        int points,
        boolean aboveLine,
        boolean designated,
        boolean alarm,
        boolean withdrawn,
        Optional<ContestResult> result) {

    /** Whether it is on the list: as decided, or as ranked before that. */
    public boolean isSelected() {
        return !withdrawn && result.map(ContestResult::selected).orElse(aboveLine);
    }
}
