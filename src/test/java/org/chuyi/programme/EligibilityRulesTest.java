package org.chuyi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class EligibilityRulesTest {

    private static final ProgrammeCode COLLEGE = new ProgrammeCode("higher-college");
    private static final ProgrammeCode UNIVERSITY = new ProgrammeCode("vocational-university");
    private static final Instant WITHIN = MovableClock.at("2026-03-20T12:00");

    @Autowired
    EligibilityRules rules;

    @Autowired
    PolicyPacks packs;

    @Autowired
    RoundDefaults defaults;

    @Test
    void admitsASchoolOfTheRightKindWithinTheWindow() {
        assertThat(check(COLLEGE, OrganisationKind.HIGHER_COLLEGE, Set.of(), WITHIN))
                .isEqualTo(new Eligibility.Eligible());
    }

    @Test
    void admitsExactlyTheKindsThatThePackNames() {
        for (Programme programme : packs.all()) {
            for (OrganisationKind kind : OrganisationKind.values()) {
                assertThat(reasons(programme.code(), kind, Set.of(), WITHIN))
                        .as(programme.code() + " " + kind)
                        .isEqualTo(programme.admits(kind) ? List.of() : List.of("kindNotAdmitted"));
            }
        }
    }

    @Test
    void refusesOutsideOfTheWindow() {
        var kind = OrganisationKind.HIGHER_COLLEGE;
        assertThat(reasons(COLLEGE, kind, Set.of(), MovableClock.at("2026-03-09T23:59:59")))
                .containsExactly("windowComing");
        assertThat(reasons(COLLEGE, kind, Set.of(), MovableClock.at("2026-04-10T23:59:59")))
                .isEmpty();
        assertThat(reasons(COLLEGE, kind, Set.of(), MovableClock.at("2026-04-11T00:00:00")))
                .containsExactly("windowEnded");
    }

    @Test
    void refusesASchoolThatIsApprovedForAnExcludedProgrammeAndNamesIt() {
        assertThat(check(COLLEGE, OrganisationKind.HIGHER_COLLEGE, Set.of(UNIVERSITY), WITHIN))
                .isEqualTo(new Eligibility.NotEligible(List.of(new Eligibility.Reason(
                        "excluded",
                        List.of(
                                packs.programme(UNIVERSITY).names().zh(),
                                packs.programme(UNIVERSITY).names().en())))));
        assertThat(reasons(
                        COLLEGE, OrganisationKind.HIGHER_COLLEGE, Set.of(new ProgrammeCode("specialty-group")), WITHIN))
                .isEmpty();
    }

    @Test
    void givesEveryReasonAtOnce() {
        assertThat(reasons(
                        COLLEGE,
                        OrganisationKind.SECONDARY_SCHOOL,
                        Set.of(UNIVERSITY),
                        MovableClock.at("2026-05-01T09:00")))
                .containsExactlyInAnyOrder("windowEnded", "kindNotAdmitted", "excluded");
    }

    @Test
    void refusesAProgrammeThatTheRoundDoesNotRun() {
        Round round = round(List.of(defaults.of(UNIVERSITY)));

        assertThat(rules.check(
                        organisation(OrganisationKind.HIGHER_COLLEGE),
                        packs.programme(COLLEGE),
                        round,
                        Set.of(),
                        WITHIN))
                .extracting(Eligibility.NotEligible.class::cast)
                .satisfies(refused -> assertThat(refused.reasons())
                        .extracting(Eligibility.Reason::code)
                        .containsExactly("notInRound"));
    }

    @Test
    void letsACorrectionComeAfterTheWindow() {
        assertThat(rules.checkCorrection(
                        organisation(OrganisationKind.HIGHER_COLLEGE),
                        packs.programme(COLLEGE),
                        round(defaults.ofAll()),
                        Set.of(),
                        MovableClock.at("2026-05-01T09:00")))
                .isEqualTo(new Eligibility.Eligible());
    }

    private List<String> reasons(
            ProgrammeCode programme, OrganisationKind kind, Set<ProgrammeCode> approved, Instant at) {
        return check(programme, kind, approved, at) instanceof Eligibility.NotEligible refused
                ? refused.reasons().stream().map(Eligibility.Reason::code).toList()
                : List.of();
    }

    private Eligibility check(ProgrammeCode programme, OrganisationKind kind, Set<ProgrammeCode> approved, Instant at) {
        return rules.check(organisation(kind), packs.programme(programme), round(defaults.ofAll()), approved, at);
    }

    private static Round round(List<RoundProgramme> programmes) {
        var content = RoundSamples.content(LocalDate.of(2026, 3, 10), LocalDate.of(2026, 4, 10));
        Round round = Round.draft(
                new RoundCode("2026-1"),
                new RoundContent(content.title(), content.callText(), content.window(), programmes));
        round.publish(MovableClock.START);
        return round;
    }

    private static Organisation organisation(OrganisationKind kind) {
        return new Organisation(
                new OrganisationId(1),
                kind,
                "示例学校",
                "430100",
                "430100",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true);
    }
}
