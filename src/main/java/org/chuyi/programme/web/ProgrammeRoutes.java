package org.chuyi.programme.web;

import static org.chuyi.organisation.Role.PROVINCIAL_OFFICER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** Calls are public; rounds are the provincial officers', and of these 教育厅's alone, which {@code Rounds} decides. */
@Component
class ProgrammeRoutes implements RouteRules {

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.anybody(GET, "/calls"),
                RouteRule.anybody(GET, "/calls/{round}"),
                RouteRule.anybody(GET, "/calls/{round}/{programme}"),
                RouteRule.anybody(GET, "/search"),
                RouteRule.anybody(GET, "/programme.css"),
                RouteRule.roles(GET, "/rounds", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/rounds/new", PROVINCIAL_OFFICER),
                RouteRule.roles(POST, "/rounds", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/rounds/{code}", PROVINCIAL_OFFICER),
                RouteRule.roles(POST, "/rounds/{code}", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/rounds/{code}/publication", PROVINCIAL_OFFICER),
                RouteRule.roles(POST, "/rounds/{code}/publication", PROVINCIAL_OFFICER),
                RouteRule.roles(POST, "/rounds/{code}/extension", PROVINCIAL_OFFICER));
    }
}
