package org.chuyi.portal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.SignedIn;
import org.chuyi.shared.WorkCalendar;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** A deputy's rights begin and end at midnight, also in the middle of a session: asked of the session, not the database. */
class DeputyDays extends OncePerRequestFilter {

    private final CurrentActor currentActor;
    private final Clock clock;

    DeputyDays(CurrentActor currentActor, Clock clock) {
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        currentActor.signedIn().ifPresent(this::asOfToday);
        chain.doFilter(request, response);
    }

    /** For this request alone: what the session keeps is valid on every day. */
    private void asOfToday(SignedIn signedIn) {
        var today = signedIn.actor().on(WorkCalendar.dayOf(clock.instant()));
        if (!today.equals(signedIn.actor())) {
            SecurityContextHolder.setContext(new SecurityContextImpl(CurrentActor.authentication(
                    new SignedIn(today, signedIn.mustChangePassword(), signedIn.mustChoosePost()))));
        }
    }
}
