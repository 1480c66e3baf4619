package org.chuyi.portal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer chuyi_…}. A wrong token is refused even where none is asked for. */
class BearerTokens extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiTokens tokens;
    private final ApiProblems problems;

    BearerTokens(ApiTokens tokens, ApiProblems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        var signedIn = header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? tokens.signIn(header.substring(SCHEME.length()).strip())
                : Optional.<SignedIn>empty();
        if (signedIn.isEmpty()) {
            problems.commence(request, response, new BadCredentialsException("Unknown token"));
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(CurrentActor.authentication(signedIn.get())));
        chain.doFilter(request, response);
    }
}
