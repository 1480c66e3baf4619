package org.chuyi.selection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.JudgedParticipants;
import org.chuyi.programme.PolicyPacks;
import org.springframework.stereotype.Component;

/** Who competes in which contest. */
@Component
class ContestFields {

    private final Contests contests;
    private final JudgedParticipants judged;
    private final PolicyPacks packs;

    ContestFields(Contests contests, JudgedParticipants judged, PolicyPacks packs) {
        this.contests = contests;
        this.judged = judged;
        this.packs = packs;
    }

    ContestField of(ContestKey key) {
        var programme = packs.programme(key.programme());
        Map<ApplicationNumber, Integer> versions = new LinkedHashMap<>();
        contests.entries(key).forEach(entry -> versions.put(entry.number(), entry.version()));
        return new ContestField(judged.of(programme, versions), programme.recusal());
    }
}
