package org.chuyi.portal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.organisation.CurrentActor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code Authorization: Bearer chuyi_…}. A wrong token is refused even where none is asked for; a token that is used too
 * often, or an address that tries too many, has to wait.
 */
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final RateLimits limits;
    private final ApiProblems problems;

    BearerTokens(ApiTokens tokens, RateLimits limits, ApiProblems problems) {
        this.tokens = tokens;
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var token = Optional.ofNullable(header)
                .filter(given -> given.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(given -> given.substring(SCHEME.length()).strip());
        var signedIn = token.flatMap(tokens::signIn);
        var wait = signedIn.isPresent() ? limits.takeApiCall(token.get()) : limits.takeApiCall(request);
        if (wait.isPresent()) {
            problems.tooMany(wait.get(), request, response);
        } else if (header != null && signedIn.isEmpty()) {
            problems.commence(request, response, new BadCredentialsException("Unknown token"));
        } else {
            signedIn.map(CurrentActor::authentication)
                    .ifPresent(person -> SecurityContextHolder.setContext(new SecurityContextImpl(person)));
            chain.doFilter(request, response);
        }
    }
}
