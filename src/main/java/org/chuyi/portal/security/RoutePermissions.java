package org.chuyi.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The permission matrix: every module's lines, of which the first that fits a request decides; what no line names is
 * closed. This is about routes; which objects a person sees behind them is decided by each module in its query.
 */
@Component
public class RoutePermissions {

    private final List<RouteRule> rules;

    RoutePermissions(List<RouteRules> modules) {
        rules = modules.stream().flatMap(module -> module.rules().stream()).toList();
    }

    public List<RouteRule> rules() {
        return rules;
    }

    void applyTo(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (RouteRule rule : rules) {
            var matching = requests.requestMatchers(matcher(rule));
            switch (rule.who()) {
                case PUBLIC -> matching.permitAll();
                case SIGNED_IN -> matching.authenticated();
                case ROLES ->
                    matching.hasAnyAuthority(
                            rule.roles().stream().map(Role::name).toArray(String[]::new));
                case NOBODY -> matching.denyAll();
            }
        }
        requests.anyRequest().denyAll();
    }

    /** Whether any line speaks of this path, by whichever method: if not, the page does not exist, rather than being closed. */
    boolean know(HttpServletRequest request) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return rules.stream().anyMatch(rule -> paths.matcher(rule.pattern()).matches(request));
    }

    /** The methods by which any line speaks of this path; empty if none does. */
    Set<HttpMethod> methodsOf(HttpServletRequest request) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return rules.stream()
                .filter(rule -> paths.matcher(rule.pattern()).matches(request))
                .flatMap(rule -> rule.method() == null ? Stream.of(HttpMethod.values()) : Stream.of(rule.method()))
                .collect(Collectors.toSet());
    }

    private static RequestMatcher matcher(RouteRule rule) {
        var paths = PathPatternRequestMatcher.withDefaults();
        return rule.method() == null ? paths.matcher(rule.pattern()) : paths.matcher(rule.method(), rule.pattern());
    }
}
