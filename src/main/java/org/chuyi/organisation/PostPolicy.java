package org.chuyi.organisation;

import static org.chuyi.organisation.OrganisationKind.CITY_EDUCATION_BUREAU;
import static org.chuyi.organisation.OrganisationKind.CITY_HR_BUREAU;
import static org.chuyi.organisation.OrganisationKind.PROVINCIAL_DEPARTMENT;
import static org.chuyi.organisation.OrganisationKind.SUPERVISING_AUTHORITY;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may hold which post. */
final class PostPolicy {

    /** Three separate people: who runs the system, who gives rights, who looks over both. */
    static final Set<Role> ADMINISTRATORS =
            EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR);

    /** Posts from which one reads who applies, or can help oneself to it: no expert who scores without names holds one. */
    static final Set<Role> OFFICES = EnumSet.of(
            Role.REVIEWER,
            Role.BUREAU_LEADER,
            Role.PROVINCIAL_OFFICER,
            Role.PROVINCIAL_LEADER,
            Role.SYSTEM_ADMINISTRATOR,
            Role.SECURITY_ADMINISTRATOR,
            Role.AUDITOR);

    private static final Set<OrganisationKind> REVIEWING =
            EnumSet.of(CITY_EDUCATION_BUREAU, CITY_HR_BUREAU, SUPERVISING_AUTHORITY, PROVINCIAL_DEPARTMENT);

    /**
     * @param by who grants; empty when the system itself does, at first start
     * @param held what the account holds so far, for whichever organisation
     */
    record Appointment(
            Optional<AccountId> by, AccountId account, Set<Role> held, Role role, OrganisationKind organisation) {}

    private interface Rule {
        Optional<AccountProblem> check(Appointment appointment);
    }

    private static final List<Rule> RULES = List.of(
            PostPolicy::notToOneself,
            PostPolicy::administratorsAreSeparate,
            PostPolicy::expertsHoldNoOffice,
            PostPolicy::roleFitsOrganisation);

    private PostPolicy() {}

    static List<AccountProblem> problems(Appointment appointment) {
        return RULES.stream()
                .map(rule -> rule.check(appointment))
                .flatMap(Optional::stream)
                .toList();
    }

    static Optional<AccountProblem> notToOneself(Appointment appointment) {
        return appointment.by().filter(appointment.account()::equals).map(by -> AccountProblem.NOT_TO_ONESELF);
    }

    static Optional<AccountProblem> administratorsAreSeparate(Appointment appointment) {
        var administrates = EnumSet.of(appointment.role());
        administrates.addAll(appointment.held());
        administrates.retainAll(ADMINISTRATORS);
        return ADMINISTRATORS.contains(appointment.role()) && administrates.size() > 1
                ? Optional.of(AccountProblem.ADMINISTRATORS_ARE_SEPARATE)
                : Optional.empty();
    }

    static Optional<AccountProblem> expertsHoldNoOffice(Appointment appointment) {
        boolean both = appointment.role() == Role.EXPERT
                ? holdsOffice(appointment.held())
                : OFFICES.contains(appointment.role()) && appointment.held().contains(Role.EXPERT);
        return both ? Optional.of(AccountProblem.EXPERTS_HOLD_NO_OFFICE) : Optional.empty();
    }

    static boolean holdsOffice(Set<Role> held) {
        return held.stream().anyMatch(OFFICES::contains);
    }

    static Optional<AccountProblem> roleFitsOrganisation(Appointment appointment) {
        var kind = appointment.organisation();
        boolean fits =
                switch (appointment.role()) {
                    case APPLICANT, EXPERT -> true;
                    case SCHOOL_LEADER -> kind.isSchool();
                    case REVIEWER -> REVIEWING.contains(kind);
                    case BUREAU_LEADER -> REVIEWING.contains(kind) && kind != PROVINCIAL_DEPARTMENT;
                    case PROVINCIAL_OFFICER, PROVINCIAL_LEADER, SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDITOR ->
                        kind == PROVINCIAL_DEPARTMENT;
                };
        return fits ? Optional.empty() : Optional.of(AccountProblem.ROLE_DOES_NOT_FIT_ORGANISATION);
    }
}
