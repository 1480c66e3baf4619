package org.chuyi.notification.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

@Component
class NotificationRoutes implements RouteRules {

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.signedIn(GET, "/messages"),
                RouteRule.signedIn(GET, "/messages/{id}"),
                RouteRule.signedIn(POST, "/messages/{id}/read"),
                RouteRule.signedIn(POST, "/messages/read"));
    }
}
