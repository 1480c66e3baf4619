package org.chuyi.selection.web;

import java.util.List;
import org.chuyi.selection.Contest;
import org.chuyi.selection.CountersignRound;
import org.chuyi.selection.FinalDecision;
import org.chuyi.selection.ListedEntry;
import org.chuyi.selection.Reconciliation;

/**
 * A contest in the hands of somebody who may read it.
 *
 * @param title programme and track, in the reader's language
 * @param runs whether the reader is of the department that runs the round
 * @param runsRounds whether the round's own pages are open to the reader
 */
record OpenedContest(
        Contest contest,
        String title,
        String roundTitle,
        boolean runs,
        boolean runsRounds,
        List<ListedEntry> list,
        List<CountersignRound> countersigns,
        List<Reconciliation> reconciliations,
        List<FinalDecision> decisions) {

    public String key() {
        return contest.key().toString();
    }

    public long selected() {
        return list.stream().filter(ListedEntry::isSelected).count();
    }

    /** Message key of what comes next. */
    public String next() {
        return "selection.next." + contest.state().name();
    }
}
