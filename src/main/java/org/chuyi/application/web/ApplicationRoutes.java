package org.chuyi.application.web;

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

/** Which applications a person sees is decided by {@code ApplicationAccess}, in the query. */
@Component
class ApplicationRoutes implements RouteRules {

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.anybody(GET, "/application.css"),
                RouteRule.anybody(GET, "/print.css"),
                RouteRule.roles(
                        GET,
                        "/applications",
                        APPLICANT,
                        SCHOOL_LEADER,
                        REVIEWER,
                        PROVINCIAL_OFFICER,
                        PROVINCIAL_LEADER),
                RouteRule.roles(
                        POST,
                        "/applications/export",
                        APPLICANT,
                        SCHOOL_LEADER,
                        REVIEWER,
                        PROVINCIAL_OFFICER,
                        PROVINCIAL_LEADER),
                RouteRule.roles(GET, "/applications/new", APPLICANT),
                RouteRule.roles(POST, "/applications", APPLICANT),
                RouteRule.roles(GET, "/applications/{number}/form", APPLICANT),
                RouteRule.roles(GET, "/applications/{number}/form.json", APPLICANT),
                RouteRule.roles(GET, "/applications/{number}/draft", APPLICANT),
                RouteRule.roles(PUT, "/applications/{number}/draft", APPLICANT),
                RouteRule.roles(POST, "/applications/{number}/submission", APPLICANT),
                RouteRule.signedIn(GET, "/suggestions/majors"),
                RouteRule.signedIn(GET, "/suggestions/organisations"));
    }
}
