package org.chuyi.organisation;

/** Why a change to an account is refused; {@link #message()} is the key of its text. */
public enum AccountProblem {
    LOGIN_MALFORMED,
    LOGIN_TAKEN,
    NAME_MISSING,
    EMAIL_MALFORMED,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    PASSWORD_TOO_SIMPLE,
    PASSWORD_CONTAINS_LOGIN,
    PASSWORD_USED_BEFORE,
    PASSWORD_WRONG,
    PASSWORD_LOCKED,
    ADMINISTRATORS_ARE_SEPARATE,
    EXPERTS_HOLD_NO_OFFICE,
    NOT_TO_ONESELF,
    ROLE_DOES_NOT_FIT_ORGANISATION,
    UNKNOWN_ORGANISATION,
    LINK_NOT_VALID;

    public String message() {
        return "organisation.problem." + name();
    }
}
