package org.chuyi.portal.record;

import static org.chuyi.organisation.Role.AUDITOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

@Component
class RecordRoutes implements RouteRules {

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.roles(GET, RecordController.PATH, AUDITOR),
                RouteRule.roles(GET, RecordController.PATH + "/{number}", AUDITOR),
                RouteRule.roles(POST, RecordController.PATH + "/verify", AUDITOR),
                RouteRule.roles(POST, RecordController.PATH + "/export", AUDITOR));
    }
}
