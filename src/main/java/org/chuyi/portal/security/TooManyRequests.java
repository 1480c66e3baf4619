package org.chuyi.portal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds up whoever tries passwords, setup links or searches one after the other. */
class TooManyRequests extends OncePerRequestFilter {

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();
    private static final RequestMatcher SIGN_IN = new OrRequestMatcher(
            PATHS.matcher(HttpMethod.POST, Refusals.SIGN_IN), PATHS.matcher(HttpMethod.POST, "/setup/{token}"));
    private static final RequestMatcher SEARCH = PATHS.matcher(HttpMethod.GET, "/search");

    private final RateLimits limits;
    private final CurrentActor currentActor;

    TooManyRequests(RateLimits limits, CurrentActor currentActor) {
        this.limits = limits;
        this.currentActor = currentActor;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var before = login();
        boolean signingIn = SIGN_IN.matches(request);
        var wait = signingIn ? limits.takeSignIn(request) : waitForSearch(request, before);
        if (wait.isPresent()) {
            RateLimits.sayWhen(wait.get(), response);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
        if (signingIn && before.isEmpty() && login().isPresent()) {
            limits.giveBackSignIn(request);
        }
    }

    private Optional<Duration> waitForSearch(HttpServletRequest request, Optional<String> login) {
        return SEARCH.matches(request) ? limits.takeSearch(request, login) : Optional.empty();
    }

    private Optional<String> login() {
        return currentActor.signedIn().map(SignedIn::getName);
    }
}
