package org.chuyi.selection.web;

import static org.chuyi.organisation.Role.EXPERT;
import static org.chuyi.organisation.Role.PROVINCIAL_LEADER;
import static org.chuyi.organisation.Role.PROVINCIAL_OFFICER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** An expert asks for a sheet by its id; whose it is, is decided in the query. Rankings are 教育厅's own. */
@Component
class ScoringRoutes implements RouteRules {

    private static final String SHEET = "/scoring/{sheet}";
    private static final String DISCUSSION = "/scoring/{contest}/discussion";
    private static final String RANKING = "/contests/{key}/ranking";

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.anybody(GET, "/scoring.css"),
                RouteRule.roles(GET, "/scoring", EXPERT),
                RouteRule.roles(GET, SHEET, EXPERT),
                RouteRule.roles(GET, SHEET + "/form", EXPERT),
                RouteRule.roles(GET, SHEET + "/draft", EXPERT),
                RouteRule.roles(PUT, SHEET + "/draft", EXPERT),
                RouteRule.roles(POST, SHEET + "/submission", EXPERT),
                RouteRule.roles(GET, SHEET + "/materials/{index}", EXPERT),
                RouteRule.roles(GET, DISCUSSION, EXPERT),
                RouteRule.roles(POST, DISCUSSION, EXPERT),
                RouteRule.roles(GET, RANKING, PROVINCIAL_OFFICER, PROVINCIAL_LEADER),
                RouteRule.roles(POST, RANKING + "/export", PROVINCIAL_OFFICER, PROVINCIAL_LEADER));
    }
}
