package org.chuyi.organisation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may stand in for whom. */
final class DeputyRules {

    /** Longer is no cover for an absence but another appointment, which the security administrator makes. */
    static final int LONGEST_DAYS = 92;

    private static final int LONGEST_REASON = 500;

    /** What can be stood in for; an expert's judgement is her own, and administrators are three separate people. */
    static final Set<Role> COVERED = EnumSet.of(
            Role.APPLICANT,
            Role.SCHOOL_LEADER,
            Role.REVIEWER,
            Role.BUREAU_LEADER,
            Role.PROVINCIAL_OFFICER,
            Role.PROVINCIAL_LEADER);

    /**
     * @param principalRoles, deputyRoles what each holds in the organisation; {@code deputyAnywhere} in whichever
     * @param overlaps that the principal has a deputy already on one of the days
     * @param standsInHerself that the principal stands in for somebody on one of the days
     */
    record Naming(
            AccountId principal,
            AccountId deputy,
            Set<Role> principalRoles,
            Set<Role> deputyRoles,
            Set<Role> deputyAnywhere,
            LocalDate firstDay,
            LocalDate lastDay,
            LocalDate today,
            String reason,
            boolean overlaps,
            boolean standsInHerself) {}

    private interface Rule {
        Optional<DeputyProblem> check(Naming naming);
    }

    private static final List<Rule> RULES = List.of(
            naming -> problem(naming.principal().equals(naming.deputy()), DeputyProblem.NOT_ONESELF),
            naming -> problem(naming.deputyRoles().isEmpty(), DeputyProblem.NOT_OF_THIS_ORGANISATION),
            naming -> problem(covered(naming.principalRoles()).isEmpty(), DeputyProblem.NO_POST_TO_STAND_IN_FOR),
            naming -> problem(naming.deputyAnywhere().contains(Role.EXPERT), DeputyProblem.NO_EXPERTS),
            naming -> problem(
                    naming.deputyAnywhere().stream().anyMatch(PostPolicy.ADMINISTRATORS::contains),
                    DeputyProblem.NO_ADMINISTRATORS),
            DeputyRules::fourEyes,
            naming -> problem(
                    naming.lastDay().isBefore(naming.firstDay())
                            || naming.lastDay().isBefore(naming.today()),
                    DeputyProblem.DAYS_WRONG),
            naming -> problem(
                    naming.firstDay().plusDays(LONGEST_DAYS - 1L).isBefore(naming.lastDay()), DeputyProblem.TOO_LONG),
            naming -> problem(naming.overlaps(), DeputyProblem.ANOTHER_ALREADY),
            naming -> problem(naming.standsInHerself(), DeputyProblem.PRINCIPAL_IS_A_DEPUTY),
            naming -> problem(
                    naming.reason().isEmpty() || naming.reason().length() > LONGEST_REASON,
                    DeputyProblem.REASON_MISSING));

    private DeputyRules() {}

    static Optional<DeputyProblem> problem(Naming naming) {
        return RULES.stream().flatMap(rule -> rule.check(naming).stream()).findFirst();
    }

    static Set<Role> covered(Set<Role> roles) {
        var covered = EnumSet.copyOf(COVERED);
        covered.retainAll(roles);
        return covered;
    }

    /** Who fills in an application does not sign it off in the leader's name. */
    private static Optional<DeputyProblem> fourEyes(Naming naming) {
        return problem(
                naming.principalRoles().contains(Role.SCHOOL_LEADER)
                        && naming.deputyRoles().contains(Role.APPLICANT),
                DeputyProblem.CLERK_FOR_LEADER);
    }

    private static Optional<DeputyProblem> problem(boolean isOne, DeputyProblem problem) {
        return isOne ? Optional.of(problem) : Optional.empty();
    }
}
