package org.chuyi.application.api;

import static org.chuyi.organisation.Role.APPLICANT;
import static org.chuyi.organisation.Role.PROVINCIAL_LEADER;
import static org.chuyi.organisation.Role.PROVINCIAL_OFFICER;
import static org.chuyi.organisation.Role.REVIEWER;
import static org.chuyi.organisation.Role.SCHOOL_LEADER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** As for the pages: which applications a caller sees is decided by {@code ApplicationAccess}, in the query. */
@Component
class ApplicationApiRoutes implements RouteRules {
    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.roles(
                        GET,
                        ApplicationsApi.PATH,
                        APPLICANT,
                        SCHOOL_LEADER,
                        REVIEWER,
                        PROVINCIAL_OFFICER,
                        PROVINCIAL_LEADER),
                RouteRule.roles(POST, ApplicationsApi.PATH, APPLICANT),
                RouteRule.signedIn(GET, ApplicationsApi.PATH + "/{number}"),
                RouteRule.signedIn(GET, ApplicationsApi.PATH + "/{number}/versions/{version}"),
                RouteRule.roles(POST, ApplicationsApi.PATH + "/{number}/withdrawal", APPLICANT, SCHOOL_LEADER),
                RouteRule.signedIn(GET, DraftApi.PATH + "/form"),
                RouteRule.roles(GET, DraftApi.PATH + "/draft", APPLICANT, SCHOOL_LEADER),
                RouteRule.roles(PUT, DraftApi.PATH + "/draft", APPLICANT),
                RouteRule.roles(POST, DraftApi.PATH + "/submission", APPLICANT));
    }
}
