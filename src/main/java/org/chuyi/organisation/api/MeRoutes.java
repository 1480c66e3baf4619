package org.chuyi.organisation.api;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class MeRoutes implements RouteRules {
    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.signedIn(HttpMethod.GET, MeApi.PATH),
                RouteRule.signedIn(HttpMethod.GET, DeputiesApi.PATH),
                RouteRule.signedIn(HttpMethod.POST, DeputiesApi.PATH),
                RouteRule.signedIn(HttpMethod.DELETE, DeputiesApi.PATH + "/{id}"));
    }
}
