package org.chuyi.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.organisation.AccountProblem.ADMINISTRATORS_ARE_SEPARATE;
import static org.chuyi.organisation.AccountProblem.EXPERTS_HOLD_NO_OFFICE;
import static org.chuyi.organisation.AccountProblem.NOT_TO_ONESELF;
import static org.chuyi.organisation.AccountProblem.ROLE_DOES_NOT_FIT_ORGANISATION;
import static org.chuyi.organisation.OrganisationKind.CITY_EDUCATION_BUREAU;
import static org.chuyi.organisation.OrganisationKind.HIGHER_COLLEGE;
import static org.chuyi.organisation.OrganisationKind.PROVINCIAL_DEPARTMENT;

import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.PostPolicy.Appointment;
import org.junit.jupiter.api.Test;

class PostPolicyTest {

    private static final AccountId SHE = new AccountId(1);
    private static final AccountId ADMINISTRATOR = new AccountId(2);

    @Test
    void noAccountHoldsTwoOfTheThreeAdministrators() {
        for (Role held : PostPolicy.ADMINISTRATORS) {
            for (Role wanted : PostPolicy.ADMINISTRATORS) {
                var problem = PostPolicy.administratorsAreSeparate(
                        appointment(Set.of(held, Role.PROVINCIAL_OFFICER), wanted, PROVINCIAL_DEPARTMENT));
                assertThat(problem)
                        .as(held + " and " + wanted)
                        .isEqualTo(held == wanted ? Optional.empty() : Optional.of(ADMINISTRATORS_ARE_SEPARATE));
            }
        }
    }

    @Test
    void administratorMayHaveAnOrdinaryPostBeside() {
        assertThat(PostPolicy.problems(
                        appointment(Set.of(Role.AUDITOR), Role.PROVINCIAL_OFFICER, PROVINCIAL_DEPARTMENT)))
                .isEmpty();
    }

    @Test
    void nobodyScoresAndReviewsDecidesOrAdministersAsWell() {
        for (Role office : PostPolicy.OFFICES) {
            assertThat(PostPolicy.problems(appointment(Set.of(office), Role.EXPERT, HIGHER_COLLEGE)))
                    .containsExactly(EXPERTS_HOLD_NO_OFFICE);
            assertThat(PostPolicy.problems(appointment(
                            Set.of(Role.EXPERT),
                            office,
                            office == Role.BUREAU_LEADER ? CITY_EDUCATION_BUREAU : PROVINCIAL_DEPARTMENT)))
                    .containsExactly(EXPERTS_HOLD_NO_OFFICE);
        }
        assertThat(PostPolicy.problems(appointment(Set.of(Role.APPLICANT), Role.EXPERT, HIGHER_COLLEGE)))
                .isEmpty();
    }

    @Test
    void nobodyGrantsHerselfAnything() {
        for (Role role : Role.values()) {
            var appointment =
                    new Appointment(Optional.of(SHE), SHE, Set.of(Role.SECURITY_ADMINISTRATOR), role, HIGHER_COLLEGE);
            assertThat(PostPolicy.problems(appointment)).contains(NOT_TO_ONESELF);
        }
    }

    @Test
    void roleFitsItsOrganisation() {
        assertThat(PostPolicy.problems(appointment(Set.of(), Role.REVIEWER, HIGHER_COLLEGE)))
                .containsExactly(ROLE_DOES_NOT_FIT_ORGANISATION);
        assertThat(PostPolicy.problems(appointment(Set.of(), Role.SCHOOL_LEADER, CITY_EDUCATION_BUREAU)))
                .containsExactly(ROLE_DOES_NOT_FIT_ORGANISATION);
        assertThat(PostPolicy.problems(appointment(Set.of(), Role.AUDITOR, HIGHER_COLLEGE)))
                .containsExactly(ROLE_DOES_NOT_FIT_ORGANISATION);
        assertThat(PostPolicy.problems(appointment(Set.of(), Role.BUREAU_LEADER, PROVINCIAL_DEPARTMENT)))
                .containsExactly(ROLE_DOES_NOT_FIT_ORGANISATION);
        assertThat(PostPolicy.problems(appointment(Set.of(), Role.REVIEWER, CITY_EDUCATION_BUREAU)))
                .isEmpty();
        assertThat(PostPolicy.problems(appointment(Set.of(), Role.BUREAU_LEADER, CITY_EDUCATION_BUREAU)))
                .isEmpty();
    }

    private static Appointment appointment(Set<Role> held, Role wanted, OrganisationKind kind) {
        return new Appointment(Optional.of(ADMINISTRATOR), SHE, held, wanted, kind);
    }
}
