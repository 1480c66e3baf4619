package org.chuyi.organisation;

/** Why a deputy cannot be named; {@link #message()} is the key of its text. */
public enum DeputyProblem {
    NOT_ONESELF,
    NOT_OF_THIS_ORGANISATION,
    NO_POST_TO_STAND_IN_FOR,
    NO_EXPERTS,
    NO_ADMINISTRATORS,
    CLERK_FOR_LEADER,
    DAYS_WRONG,
    TOO_LONG,
    ANOTHER_ALREADY,
    PRINCIPAL_IS_A_DEPUTY,
    REASON_MISSING;

    public String message() {
        return "organisation.deputy.problem." + name();
    }
}
