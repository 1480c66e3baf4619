package org.chuyi.workflow.api;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.chuyi.workflow.InboxPosts;
import org.springframework.stereotype.Component;

/** As for the inbox's pages: which tasks a person sees is decided by the post that each is offered to. */
@Component
class InboxApiRoutes implements RouteRules {
    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.roles(GET, InboxApi.PATH, InboxPosts.ROLES),
                RouteRule.roles(POST, BulkApi.PATH, InboxPosts.ROLES),
                RouteRule.roles(GET, BulkApi.PATH + "/{id}", InboxPosts.ROLES),
                RouteRule.roles(GET, TasksApi.PATH, InboxPosts.ROLES),
                RouteRule.roles(POST, TasksApi.PATH + "/completion", InboxPosts.ROLES),
                RouteRule.signedIn(GET, WorkApi.PATH),
                RouteRule.roles(GET, OperationsApi.PATH, InboxPosts.ROLES),
                RouteRule.roles(POST, OperationsApi.PATH + "/{operation}", InboxPosts.AND_ADMINISTRATOR),
                RouteRule.roles(POST, OperationsApi.URGE, InboxPosts.ROLES));
    }
}
