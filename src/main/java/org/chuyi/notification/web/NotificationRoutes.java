package org.chuyi.notification.web;

import static org.chuyi.organisation.Role.SYSTEM_ADMINISTRATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

@Component
class NotificationRoutes implements RouteRules {

    private static final String TEMPLATE = NoticeTabs.TEMPLATES + "/templates/{template}";
    private static final String WEBHOOK = NoticeTabs.WEBHOOKS + "/{id}";

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.anybody(GET, "/notices.css"),
                RouteRule.signedIn(GET, "/messages"),
                RouteRule.signedIn(GET, "/messages/bursts/{id}"),
                RouteRule.signedIn(GET, "/messages/{id}"),
                RouteRule.signedIn(POST, "/messages/{id}/read"),
                RouteRule.signedIn(POST, "/messages/read"),
                RouteRule.signedIn(GET, "/account/notices"),
                RouteRule.signedIn(POST, "/account/notices"),
                RouteRule.roles(GET, NoticeTabs.TEMPLATES, SYSTEM_ADMINISTRATOR),
                RouteRule.roles(GET, TEMPLATE, SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, TEMPLATE, SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, TEMPLATE + "/preview", SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, TEMPLATE + "/default", SYSTEM_ADMINISTRATOR),
                RouteRule.roles(GET, NoticeTabs.WEBHOOKS, SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, NoticeTabs.WEBHOOKS, SYSTEM_ADMINISTRATOR),
                RouteRule.roles(GET, NoticeTabs.WEBHOOKS + "/organisations", SYSTEM_ADMINISTRATOR),
                RouteRule.roles(GET, WEBHOOK, SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, WEBHOOK, SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, WEBHOOK + "/secret", SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, WEBHOOK + "/switch", SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, WEBHOOK + "/test", SYSTEM_ADMINISTRATOR));
    }
}
