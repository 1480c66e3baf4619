package org.chuyi.publicity;

import java.util.ArrayList;
import java.util.List;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.RoundCode;
import org.chuyi.selection.Contest;
import org.chuyi.selection.ContestTitles;
import org.chuyi.selection.Contests;
import org.chuyi.selection.FinalDecisions;
import org.chuyi.selection.ListedEntry;
import org.springframework.stereotype.Component;

/** What a round's list says: those selected, by programme, in order of rank. */
@Component
class ListContent {

    private final Contests contests;
    private final FinalDecisions decisions;
    private final ContestTitles titles;
    private final Regions regions;

    ListContent(Contests contests, FinalDecisions decisions, ContestTitles titles, Regions regions) {
        this.contests = contests;
        this.decisions = decisions;
        this.titles = titles;
        this.regions = regions;
    }

    List<PublicityList.Section> of(RoundCode round) {
        List<PublicityList.Section> sections = new ArrayList<>();
        for (Contest contest : contests.of(round)) {
            List<PublicityList.Row> rows = decisions.list(contest.key()).stream()
                    .filter(ListedEntry::isSelected)
                    .map(row -> new PublicityList.Row(row.number(), row.school(), regions.nameOf(row.cityCode())))
                    .toList();
            sections.add(new PublicityList.Section(contest.key().toString(), titles.of(contest.key()), rows));
        }
        return sections;
    }
}
