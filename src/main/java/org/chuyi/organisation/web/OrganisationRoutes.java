package org.chuyi.organisation.web;

import static org.chuyi.organisation.Role.SECURITY_ADMINISTRATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

@Component
class OrganisationRoutes implements RouteRules {

    private static final String ACCOUNT = "/administration/accounts/{login}";

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.anybody(GET, "/setup/{token}"),
                RouteRule.anybody(POST, "/setup/{token}"),
                RouteRule.signedIn(GET, "/acting"),
                RouteRule.signedIn(POST, "/acting"),
                RouteRule.signedIn(GET, "/account"),
                RouteRule.signedIn(GET, "/account/password"),
                RouteRule.signedIn(POST, "/account/password"),
                RouteRule.signedIn(POST, "/account/language"),
                RouteRule.signedIn(POST, "/account/tokens"),
                RouteRule.signedIn(POST, "/account/tokens/{id}/revoke"),
                RouteRule.signedIn(POST, "/account/deputies"),
                RouteRule.signedIn(POST, "/account/deputies/{id}/revoke"),
                RouteRule.roles(POST, "/administration/deputies/{id}/revoke", SECURITY_ADMINISTRATOR),
                RouteRule.roles(GET, "/administration/accounts", SECURITY_ADMINISTRATOR),
                RouteRule.roles(POST, "/administration/accounts", SECURITY_ADMINISTRATOR),
                RouteRule.roles(GET, "/administration/new-account", SECURITY_ADMINISTRATOR),
                RouteRule.roles(GET, "/administration/organisations", SECURITY_ADMINISTRATOR),
                RouteRule.roles(GET, ACCOUNT, SECURITY_ADMINISTRATOR),
                RouteRule.roles(POST, ACCOUNT + "/unlock", SECURITY_ADMINISTRATOR),
                RouteRule.roles(POST, ACCOUNT + "/disable", SECURITY_ADMINISTRATOR),
                RouteRule.roles(POST, ACCOUNT + "/enable", SECURITY_ADMINISTRATOR),
                RouteRule.roles(POST, ACCOUNT + "/password", SECURITY_ADMINISTRATOR),
                RouteRule.roles(POST, ACCOUNT + "/posts", SECURITY_ADMINISTRATOR),
                RouteRule.roles(POST, ACCOUNT + "/posts/revoke", SECURITY_ADMINISTRATOR));
    }
}
