package org.chuyi.workflow.api;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

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
                RouteRule.roles(POST, OperationsApi.URGE, InboxPosts.ROLES),
                RouteRule.roles(GET, TaskDraftsApi.PATH, InboxPosts.ROLES),
                RouteRule.roles(PUT, TaskDraftsApi.PATH, InboxPosts.ROLES),
                RouteRule.roles(GET, FiguresApi.PATH, InboxPosts.ROLES),
                RouteRule.roles(GET, FiltersApi.PATH, InboxPosts.ROLES),
                RouteRule.roles(POST, FiltersApi.PATH, InboxPosts.ROLES),
                RouteRule.roles(PUT, FiltersApi.PATH + "/{id}/sharing", InboxPosts.ROLES),
                RouteRule.roles(DELETE, FiltersApi.PATH + "/{id}", InboxPosts.ROLES),
                RouteRule.roles(GET, OpinionsApi.PATH, InboxPosts.ROLES),
                RouteRule.roles(POST, OpinionsApi.PATH, InboxPosts.ROLES),
                RouteRule.roles(PUT, OpinionsApi.PATH + "/{id}", InboxPosts.ROLES),
                RouteRule.roles(DELETE, OpinionsApi.PATH + "/{id}", InboxPosts.ROLES));
    }
}
