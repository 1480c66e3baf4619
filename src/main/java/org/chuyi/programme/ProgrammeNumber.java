package org.chuyi.programme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.OrganisationKind;

/**
 * How many are approved.
 *
 * @param byDefault 0 where each round fixes it
 * @param tracks the parts of the number, e.g. 10 of bachelor level; empty where it is not divided
 */
public record ProgrammeNumber(int byDefault, Source source, List<Track> tracks) {

    /** @param applicants the kinds of lead school that compete in it */
    public record Track(
            String code, BilingualText names, int number, Source source, Set<OrganisationKind> applicants) {}

    /** The track in which such a school competes; empty where the number is not divided. */
    public Optional<Track> trackOf(OrganisationKind kind) {
        return tracks.stream()
                .filter(track -> track.applicants().contains(kind))
                .findFirst();
    }
}
