package org.chuyi.selection.web;

import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.ProgrammeNumber.Track;
import org.chuyi.programme.Rounds;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestReaders;
import org.chuyi.selection.Contests;
import org.chuyi.selection.Countersigning;
import org.chuyi.selection.FinalDecisions;
import org.springframework.stereotype.Component;

/** A contest as its page shows it. */
@Component
class ContestReading {

    private final Contests contests;
    private final ContestReaders readers;
    private final Countersigning countersigning;
    private final FinalDecisions decisions;
    private final PolicyPacks packs;
    private final Rounds rounds;

    ContestReading(
            Contests contests,
            ContestReaders readers,
            Countersigning countersigning,
            FinalDecisions decisions,
            PolicyPacks packs,
            Rounds rounds) {
        this.contests = contests;
        this.readers = readers;
        this.countersigning = countersigning;
        this.decisions = decisions;
        this.packs = packs;
        this.rounds = rounds;
    }

    Optional<OpenedContest> open(String key, Actor actor, Locale locale) {
        return readers.find(key, actor)
                .map(found -> new OpenedContest(
                        contests.get(found),
                        title(found, locale),
                        rounds.byCode(found.round())
                                .map(round -> round.title().in(locale))
                                .orElse(""),
                        readers.runs(actor),
                        rounds.mayRun(actor),
                        decisions.list(found),
                        countersigning.of(found),
                        decisions.reconciliations(found),
                        decisions.of(found)));
    }

    private String title(ContestKey key, Locale locale) {
        var programme = packs.programme(key.programme());
        String track = programme.number().tracks().stream()
                .filter(each -> each.code().equals(key.track()))
                .map(Track::names)
                .map(names -> " · " + names.in(locale))
                .findFirst()
                .orElse("");
        return programme.names().in(locale) + track;
    }
}
