package org.chuyi.publicity;

import java.util.ArrayList;
import java.util.List;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.ProgrammeNumber.Track;
import org.chuyi.programme.RoundCode;
import org.chuyi.selection.Contest;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.Contests;
import org.chuyi.selection.FinalDecisions;
import org.chuyi.selection.ListedEntry;
import org.springframework.stereotype.Component;

/** What a round's list says: those selected, by programme, in order of rank. */
@Component
class ListContent {

    private final Contests contests;
    private final FinalDecisions decisions;
    private final PolicyPacks packs;
    private final Regions regions;

    ListContent(Contests contests, FinalDecisions decisions, PolicyPacks packs, Regions regions) {
        this.contests = contests;
        this.decisions = decisions;
        this.packs = packs;
        this.regions = regions;
    }

    List<PublicityList.Section> of(RoundCode round) {
        List<PublicityList.Section> sections = new ArrayList<>();
        for (Contest contest : contests.of(round)) {
            List<PublicityList.Row> rows = decisions.list(contest.key()).stream()
                    .filter(ListedEntry::isSelected)
                    .map(row -> new PublicityList.Row(row.number(), row.school(), regions.nameOf(row.cityCode())))
                    .toList();
            sections.add(new PublicityList.Section(contest.key().toString(), title(contest.key()), rows));
        }
        return sections;
    }

    private BilingualText title(ContestKey key) {
        var programme = packs.programme(key.programme());
        return programme.number().tracks().stream()
                .filter(track -> track.code().equals(key.track()))
                .map(Track::names)
                .findFirst()
                .map(track -> new BilingualText(
                        programme.names().zh() + "（" + track.zh() + "）",
                        programme.names().en() + " (" + track.en() + ")"))
                .orElse(programme.names());
    }
}
