package org.chuyi.selection;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationDirectory.InSelection;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Organisations;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.ProgrammeNumber.Track;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.Rounds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which contests a round holds, and how one begins. */
@Service
public class Selection {

    /** No vowels, and nothing that is read as something else: a code spells no word. */
    private static final String LETTERS = "BCDFGHJKLMNPQRTVWXYZ346789";

    private static final int CODE_LENGTH = 5;

    private final Contests contests;
    private final ApplicationDirectory applications;
    private final Organisations organisations;
    private final Rounds rounds;
    private final PolicyPacks packs;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Selection(
            Contests contests,
            ApplicationDirectory applications,
            Organisations organisations,
            Rounds rounds,
            PolicyPacks packs,
            AuditTrail audit,
            Clock clock) {
        this.contests = contests;
        this.applications = applications;
        this.organisations = organisations;
        this.rounds = rounds;
        this.packs = packs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The contests that have somebody to judge, in order of key. */
    @Transactional(readOnly = true)
    public List<ContestKey> toHold(RoundCode round) {
        return List.copyOf(
                byContest(round).keySet().stream().map(ContestKey::of).toList());
    }

    /** Begins a contest with all that wait for it; the second call does nothing. */
    @Transactional
    public void open(ContestKey key) {
        if (contests.find(key).isPresent()) {
            return;
        }
        Programme programme = packs.programme(key.programme());
        List<InSelection> candidates = byContest(key.round()).getOrDefault(key.toString(), List.of());
        contests.add(new Contest(
                key, placesOf(key, programme), Contest.State.DRAWING, 0, clock.instant(), Optional.empty()));
        List<String> codes = codes(candidates.size());
        List<ContestEntry> entries = new ArrayList<>();
        for (InSelection candidate : candidates) {
            boolean designated =
                    programme.designates(organisations.get(candidate.school()).name());
            entries.add(new ContestEntry(
                    candidate.number(), key, candidate.version(), codes.get(entries.size()), designated));
        }
        contests.addEntries(entries);
        audit.record(AuditEntry.of("contest.opened", "contest", key.toString(), Map.of("entries", entries.size())));
    }

    private Map<String, List<InSelection>> byContest(RoundCode round) {
        return applications.inSelection(round).stream()
                .collect(Collectors.groupingBy(
                        each -> keyOf(round, each).toString(), TreeMap::new, Collectors.toList()));
    }

    private ContestKey keyOf(RoundCode round, InSelection application) {
        String track = packs.programme(application.programme())
                .number()
                .trackOf(application.kind())
                .map(Track::code)
                .orElse("");
        return new ContestKey(round, application.programme(), track);
    }

    /** A track has its share of what the round gives to the programme, as the pack divides it. */
    private int placesOf(ContestKey key, Programme programme) {
        int given = rounds.byCode(key.round())
                .flatMap(round -> round.programme(key.programme()))
                .orElseThrow()
                .number();
        return programme.number().tracks().stream()
                .filter(track -> track.code().equals(key.track()))
                .findFirst()
                .map(track -> given * track.number() / programme.number().byDefault())
                .orElse(given);
    }

    private List<String> codes(int count) {
        var codes = new java.util.LinkedHashSet<String>();
        while (codes.size() < count) {
            codes.add(random.ints(CODE_LENGTH, 0, LETTERS.length())
                    .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                    .collect(Collectors.joining()));
        }
        var shuffled = new ArrayList<>(codes);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
