package org.chuyi.selection;

import org.chuyi.programme.BilingualText;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.ProgrammeNumber.Track;
import org.springframework.stereotype.Component;

/** What a contest is called: its programme and, where that is divided, its track. */
@Component
public class ContestTitles {

    private final PolicyPacks packs;

    ContestTitles(PolicyPacks packs) {
        this.packs = packs;
    }

    public BilingualText of(ContestKey key) {
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
