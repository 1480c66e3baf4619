package org.chuyi.application.web;

import static org.chuyi.organisation.Role.APPLICANT;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** Files are sent and removed by applicants; who may read one is decided by {@code Materials}. */
@Component
class MaterialRoutes implements RouteRules {

    private static final String OF_APPLICATION = "/applications/{number}/materials";

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.signedIn(GET, OF_APPLICATION),
                RouteRule.roles(POST, OF_APPLICATION, APPLICANT),
                RouteRule.roles(DELETE, OF_APPLICATION + "/{id}", APPLICANT),
                RouteRule.signedIn(GET, "/materials/{id}"),
                RouteRule.signedIn(GET, MaterialsApi.PATH),
                RouteRule.roles(POST, MaterialsApi.PATH + "/{material}", APPLICANT),
                RouteRule.roles(DELETE, MaterialsApi.PATH + "/{id}", APPLICANT),
                RouteRule.signedIn(GET, MaterialsApi.PATH + "/{id}/content"));
    }
}
