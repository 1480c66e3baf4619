package org.chuyi.portal.web;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** Pages that everybody may read. */
@Component
class PageRoutes implements RouteRules {
    @Override
    public List<RouteRule> rules() {
        return List.of(RouteRule.anybody(HttpMethod.GET, "/"), RouteRule.anybody(HttpMethod.GET, "/help"));
    }
}
