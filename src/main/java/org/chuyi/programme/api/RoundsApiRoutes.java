package org.chuyi.programme.api;

import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** As public as the calls' pages. */
@Component
class RoundsApiRoutes implements RouteRules {
    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.anybody(GET, RoundsApi.PATH),
                RouteRule.anybody(GET, RoundsApi.PATH + "/{code}"),
                RouteRule.anybody(GET, RoundsApi.PATH + "/{code}/programmes/{programme}"));
    }
}
