package org.chuyi.application;

import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Role;

/** From where somebody looks at an application that she may read. */
public enum Reader {
    /** The applying school's own people. */
    SCHOOL,
    /** A school or company that was asked to confirm its part. */
    PARTNER,
    /** City, authority, province. */
    REVIEWER;

    public static Reader of(OrganisationId school, Actor actor) {
        if (actor.is(Role.APPLICANT) || actor.is(Role.SCHOOL_LEADER)) {
            return actor.organisation().equals(school) ? SCHOOL : PARTNER;
        }
        return REVIEWER;
    }
}
