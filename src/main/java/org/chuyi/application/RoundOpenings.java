package org.chuyi.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chuyi.notification.Notifications;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.programme.Eligibility;
import org.chuyi.programme.EligibilityRules;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundOpened;
import org.chuyi.programme.Rounds;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When a window opens, clerks and leaders of every organisation that may file in it are told, in one statement. */
@Component
class RoundOpenings {

    private final Rounds rounds;
    private final PolicyPacks packs;
    private final Organisations organisations;
    private final ApprovedProgrammes approved;
    private final EligibilityRules eligibility;
    private final Notifications notifications;
    private final Clock clock;

    RoundOpenings(
            Rounds rounds,
            PolicyPacks packs,
            Organisations organisations,
            ApprovedProgrammes approved,
            EligibilityRules eligibility,
            Notifications notifications,
            Clock clock) {
        this.rounds = rounds;
        this.packs = packs;
        this.organisations = organisations;
        this.approved = approved;
        this.eligibility = eligibility;
        this.notifications = notifications;
        this.clock = clock;
    }

    @EventListener
    void on(RoundOpened opened) {
        Round round = rounds.byCode(opened.round()).orElseThrow();
        notifications.tellAll(
                mayFile(round).flatMap(RoundOpenings::posts).toList(),
                "roundOpened",
                Map.of(
                        "round",
                        Map.of("zh", round.title().zh(), "en", round.title().en()),
                        "due",
                        round.window().closesOn().toString()),
                "/calls/" + round.code());
    }

    private Stream<Organisation> mayFile(Round round) {
        List<Programme> programmes = round.programmes().stream()
                .map(each -> packs.programme(each.programme()))
                .toList();
        Map<OrganisationId, Set<ProgrammeCode>> known = approved.all();
        Instant now = clock.instant();
        return organisations.ofKinds(kinds(programmes)).stream().filter(organisation -> programmes.stream()
                .map(programme -> eligibility.check(
                        organisation, programme, round, known.getOrDefault(organisation.id(), Set.of()), now))
                .anyMatch(Eligibility.Eligible.class::isInstance));
    }

    private static List<OrganisationKind> kinds(List<Programme> programmes) {
        return programmes.stream()
                .flatMap(programme -> programme.applicants().stream())
                .distinct()
                .toList();
    }

    private static Stream<Post> posts(Organisation organisation) {
        return Stream.of(Role.APPLICANT, Role.SCHOOL_LEADER).map(role -> new Post(organisation.id(), role));
    }
}
