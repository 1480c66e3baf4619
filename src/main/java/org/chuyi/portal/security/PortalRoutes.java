package org.chuyi.portal.security;

import java.util.List;
import java.util.stream.Stream;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** The portal's own lines of the permission matrix. */
@Component
class PortalRoutes implements RouteRules {

    /** Style sheets, scripts and pictures: the same for everybody. */
    static final List<String> STATIC =
            List.of("/lib/**", "/js/**", "/images/**", "/chuyi.css", "/seal.svg", "/favicon.ico", "/robots.txt");

    @Override
    public List<RouteRule> rules() {
        return Stream.concat(
                        STATIC.stream().map(pattern -> RouteRule.anybody(HttpMethod.GET, pattern)),
                        Stream.of(
                                RouteRule.anybody(HttpMethod.GET, "/sign-in"),
                                RouteRule.anybody(HttpMethod.POST, "/sign-in"),
                                RouteRule.signedIn(HttpMethod.POST, "/sign-out"),
                                RouteRule.anybody(null, "/error"),
                                RouteRule.anybody(HttpMethod.GET, "/actuator/health/**")))
                .toList();
    }
}
