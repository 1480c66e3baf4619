package org.chuyi.organisation;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who signed in and as whom she acts: the security context's principal, kept in the session and therefore small.
 *
 * @param mustChangePassword she sees nothing but the page for it until she has
 * @param mustChoosePost she has posts in several organisations and has not said yet for which one she acts
 */
public record SignedIn(Actor actor, boolean mustChangePassword, boolean mustChoosePost)
        implements Principal, Serializable {

    @Override
    public String getName() {
        return actor.login();
    }
}
