package org.chuyi.portal.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.SignedIn;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Somebody with a first password, or who has not said for whom she acts, sees nothing but the page for it. */
class UnfinishedSignIn extends OncePerRequestFilter {

    private static final String PASSWORD = "/account/password";
    private static final String ACTING = "/acting";
    private static final Set<String> ALWAYS = Set.of("/sign-in", "/sign-out", "/error");

    private final CurrentActor currentActor;

    UnfinishedSignIn(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var page = currentActor.signedIn().flatMap(UnfinishedSignIn::pageFor);
        if (page.isEmpty() || isOpen(request, page.get())) {
            chain.doFilter(request, response);
        } else if (Refusals.isCamundaApi(request) || Refusals.isScript(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.sendRedirect(request.getContextPath() + page.get());
        }
    }

    private static Optional<String> pageFor(SignedIn signedIn) {
        if (signedIn.mustChangePassword()) {
            return Optional.of(PASSWORD);
        }
        return signedIn.mustChoosePost() ? Optional.of(ACTING) : Optional.empty();
    }

    private static boolean isOpen(HttpServletRequest request, String page) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals(page)
                || ALWAYS.contains(path)
                || PortalRoutes.STATIC.stream()
                        .map(PathPatternRequestMatcher.withDefaults()::matcher)
                        .anyMatch(matcher -> matcher.matches(request));
    }
}
