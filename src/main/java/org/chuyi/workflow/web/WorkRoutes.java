package org.chuyi.workflow.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** Everybody has work of her own; whose it is, is asked of each piece. */
@Component
class WorkRoutes implements RouteRules {

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.signedIn(GET, "/work"),
                RouteRule.signedIn(GET, "/work/{id}"),
                RouteRule.signedIn(POST, "/work/{id}/file"));
    }
}
