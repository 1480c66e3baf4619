package org.chuyi.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.SignedIn;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session of a signed-in person. */
@Component
class PersonSession {

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /**
     * Goes on as this person in a new session: what was kept in the old one, such as the engine's groups of the
     * organisation that she acted for, must not outlive it.
     */
    void renew(SignedIn signedIn, HttpServletRequest request, HttpServletResponse response) {
        var old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        var context = new SecurityContextImpl(CurrentActor.authentication(signedIn));
        SecurityContextHolder.setContext(context);
        request.getSession(true);
        contexts.saveContext(context, request, response);
    }
}
