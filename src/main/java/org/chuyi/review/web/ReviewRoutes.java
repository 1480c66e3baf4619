package org.chuyi.review.web;

import static org.chuyi.organisation.Role.APPLICANT;
import static org.chuyi.organisation.Role.PROVINCIAL_LEADER;
import static org.chuyi.organisation.Role.PROVINCIAL_OFFICER;
import static org.chuyi.organisation.Role.REVIEWER;
import static org.chuyi.organisation.Role.SCHOOL_LEADER;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** Everybody signed in may ask for an application; who gets it is decided by {@code Applications.find}. */
@Component
class ReviewRoutes implements RouteRules {

    private static final String RECOMMENDATIONS = "/recommendations";

    /** Which of the lists, is decided by {@code RecommendationReading}. */
    private static final Set<Role> READERS = EnumSet.of(REVIEWER, PROVINCIAL_OFFICER, PROVINCIAL_LEADER);

    private static final String APPLICATION = "/applications/{number}";

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.signedIn(GET, APPLICATION),
                RouteRule.signedIn(GET, APPLICATION + "/print"),
                RouteRule.signedIn(GET, APPLICATION + "/panel"),
                RouteRule.signedIn(GET, APPLICATION + "/process.bpmn"),
                RouteRule.signedIn(GET, APPLICATION + "/process.json"),
                RouteRule.roles(POST, APPLICATION + "/withdrawal", APPLICANT, SCHOOL_LEADER),
                RouteRule.anybody(GET, "/recommendation.css"),
                RouteRule.roles(GET, RECOMMENDATIONS, READERS),
                RouteRule.roles(GET, RECOMMENDATIONS + "/{key}", READERS),
                RouteRule.roles(GET, RECOMMENDATIONS + "/{key}/panel", READERS),
                RouteRule.roles(POST, RECOMMENDATIONS + "/{key}/place", REVIEWER),
                RouteRule.roles(POST, RECOMMENDATIONS + "/{key}/seal", REVIEWER),
                RouteRule.roles(POST, RECOMMENDATIONS + "/{key}/summary", READERS));
    }
}
