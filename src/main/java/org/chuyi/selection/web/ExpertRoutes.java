package org.chuyi.selection.web;

import static org.chuyi.organisation.Role.AUDITOR;
import static org.chuyi.organisation.Role.PROVINCIAL_LEADER;
import static org.chuyi.organisation.Role.PROVINCIAL_OFFICER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** The pool and the draws are 教育厅's alone, which {@code ExpertPool} and {@code DrawViews} decide. */
@Component
class ExpertRoutes implements RouteRules {

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.roles(GET, "/experts", PROVINCIAL_OFFICER),
                RouteRule.roles(POST, "/experts", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/experts/new", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/experts/people/{login}", PROVINCIAL_OFFICER),
                RouteRule.roles(POST, "/experts/people/{login}", PROVINCIAL_OFFICER),
                RouteRule.roles(POST, "/experts/people/{login}/deactivation", PROVINCIAL_OFFICER),
                RouteRule.roles(POST, "/experts/people/{login}/reactivation", PROVINCIAL_OFFICER),
                RouteRule.roles(POST, "/experts/export", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/experts/import", PROVINCIAL_OFFICER),
                RouteRule.roles(POST, "/experts/import", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/experts/import/template", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/experts/imports/{id}", PROVINCIAL_OFFICER),
                RouteRule.roles(POST, "/experts/imports/{id}/confirmation", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/experts/employers", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/suggestions/experts", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/contests/{key}/draw", PROVINCIAL_OFFICER, PROVINCIAL_LEADER, AUDITOR),
                RouteRule.roles(
                        POST, "/contests/{key}/draw/repetition", PROVINCIAL_OFFICER, PROVINCIAL_LEADER, AUDITOR));
    }
}
