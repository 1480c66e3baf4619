package org.chuyi.notification.api;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.stereotype.Component;

/** Everybody's own alone. */
@Component
class NotificationApiRoutes implements RouteRules {
    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.signedIn(GET, MessagesApi.PATH),
                RouteRule.signedIn(PUT, MessagesApi.PATH + "/{id}/read"),
                RouteRule.signedIn(POST, MessagesApi.PATH + "/read"),
                RouteRule.signedIn(GET, PreferencesApi.PATH),
                RouteRule.signedIn(PUT, PreferencesApi.PATH));
    }
}
