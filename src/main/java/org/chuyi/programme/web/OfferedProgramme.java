package org.chuyi.programme.web;

import java.util.List;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundProgramme;

/** A programme as its pack says, with what the round made of it. */
record OfferedProgramme(Programme programme, RoundProgramme offer) {

    static List<OfferedProgramme> of(Round round, PolicyPacks packs) {
        return round.programmes().stream()
                .flatMap(offer -> packs.find(offer.programme()).map(pack -> new OfferedProgramme(pack, offer)).stream())
                .toList();
    }
}
