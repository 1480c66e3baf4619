package org.chuyi.publicity.web;

import static org.chuyi.organisation.Role.PROVINCIAL_OFFICER;
import static org.chuyi.organisation.Role.REVIEWER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** Lists and objections are the public's; an objection's case is for whoever holds one of its tasks. */
@Component
class PublicityRoutes implements RouteRules {

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.anybody(GET, "/publicity"),
                RouteRule.anybody(GET, "/publicity/{round}"),
                RouteRule.anybody(GET, "/publicity/{round}/{version}/list.json"),
                RouteRule.anybody(GET, "/publicity/{round}/objection"),
                RouteRule.anybody(POST, "/publicity/{round}/objection"),
                RouteRule.anybody(GET, "/objections"),
                RouteRule.anybody(POST, "/objections"),
                RouteRule.anybody(GET, "/publicity.css"),
                RouteRule.roles(GET, "/rounds/{code}/progress", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/rounds/{code}/progress/panel", PROVINCIAL_OFFICER),
                RouteRule.anybody(GET, "/results"),
                RouteRule.anybody(GET, "/results/{round}"),
                RouteRule.anybody(GET, "/results/{round}/results.csv"),
                RouteRule.anybody(GET, "/results/{round}/results.json"),
                RouteRule.anybody(GET, "/results/{round}/notice.pdf"),
                RouteRule.anybody(GET, "/results/{round}/notice.docx"),
                RouteRule.signedIn(GET, "/applications/{number}/decision-letter.pdf"),
                RouteRule.roles(GET, "/suggestions/objection-applications", PROVINCIAL_OFFICER),
                RouteRule.roles(GET, "/objection-cases/{key}", PROVINCIAL_OFFICER, REVIEWER),
                RouteRule.roles(GET, "/objection-cases/{key}/panel", PROVINCIAL_OFFICER, REVIEWER),
                RouteRule.roles(GET, "/objection-cases/{key}/file", PROVINCIAL_OFFICER));
    }
}
