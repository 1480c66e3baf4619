package org.chuyi.portal.api;

import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** The documentation holds no secret. */
@Component
class ApiPageRoutes implements RouteRules {
    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.anybody(GET, "/api"),
                RouteRule.anybody(GET, "/api.css"),
                RouteRule.anybody(GET, "/problems/{code}"),
                RouteRule.anybody(GET, OpenApiDocument.PATH));
    }
}
