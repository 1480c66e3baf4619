package org.chuyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeputyRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Test
    void aColleagueOfTheSameOrganisationMayStandInFromToday() {
        assertThat(problem(Set.of(Role.REVIEWER), Set.of(Role.REVIEWER), Set.of(Role.REVIEWER), TODAY, TODAY))
                .isNull();
    }

    @Test
    void whoHasNoPostThereMayNot() {
        assertThat(problem(Set.of(Role.REVIEWER), Set.of(), Set.of(Role.REVIEWER), TODAY, TODAY))
                .isEqualTo(DeputyProblem.NOT_OF_THIS_ORGANISATION);
    }

    @Test
    void expertsNeitherStandInNorAreStoodInFor() {
        assertThat(problem(Set.of(Role.EXPERT), Set.of(Role.APPLICANT), Set.of(Role.APPLICANT), TODAY, TODAY))
                .isEqualTo(DeputyProblem.NO_POST_TO_STAND_IN_FOR);
        assertThat(problem(
                        Set.of(Role.REVIEWER),
                        Set.of(Role.APPLICANT),
                        Set.of(Role.APPLICANT, Role.EXPERT),
                        TODAY,
                        TODAY))
                .isEqualTo(DeputyProblem.NO_EXPERTS);
    }

    @Test
    void administratorsStandInForNobody() {
        assertThat(problem(Set.of(Role.PROVINCIAL_OFFICER), Set.of(Role.AUDITOR), Set.of(Role.AUDITOR), TODAY, TODAY))
                .isEqualTo(DeputyProblem.NO_ADMINISTRATORS);
    }

    @Test
    void whoFillsInDoesNotSignOffInTheLeadersPlace() {
        assertThat(problem(Set.of(Role.SCHOOL_LEADER), Set.of(Role.APPLICANT), Set.of(Role.APPLICANT), TODAY, TODAY))
                .isEqualTo(DeputyProblem.CLERK_FOR_LEADER);
    }

    @Test
    void theDaysAreInOrderNotOverAndAtMostNinetyTwo() {
        var roles = Set.of(Role.REVIEWER);
        assertThat(problem(roles, roles, roles, TODAY, TODAY.minusDays(1))).isEqualTo(DeputyProblem.DAYS_WRONG);
        assertThat(problem(roles, roles, roles, TODAY.minusDays(9), TODAY.minusDays(1)))
                .isEqualTo(DeputyProblem.DAYS_WRONG);
        assertThat(problem(roles, roles, roles, TODAY, TODAY.plusDays(91))).isNull();
        assertThat(problem(roles, roles, roles, TODAY, TODAY.plusDays(92))).isEqualTo(DeputyProblem.TOO_LONG);
    }

    private static DeputyProblem problem(
            Set<Role> principal, Set<Role> deputy, Set<Role> anywhere, LocalDate first, LocalDate last) {
        return DeputyRules.problem(new DeputyRules.Naming(
                        new AccountId(1),
                        new AccountId(2),
                        principal,
                        deputy,
                        anywhere,
                        first,
                        last,
                        TODAY,
                        "外出学习",
                        false,
                        false))
                .orElse(null);
    }
}
