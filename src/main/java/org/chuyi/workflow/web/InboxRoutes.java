package org.chuyi.workflow.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.chuyi.workflow.InboxPosts;
import org.springframework.stereotype.Component;

/** Which tasks a person sees is decided by the post that each is offered to, in the query. */
@Component
class InboxRoutes implements RouteRules {

    private static final String PROCESSES = "/administration/processes";

    @Override
    public List<RouteRule> rules() {
        return List.of(
                RouteRule.anybody(GET, "/workflow.css"),
                RouteRule.roles(GET, "/inbox", InboxPosts.ROLES),
                RouteRule.roles(GET, "/inbox/copies/{businessKey}", InboxPosts.ROLES),
                RouteRule.roles(GET, "/inbox/figures", InboxPosts.ROLES),
                RouteRule.roles(POST, "/inbox/filters", InboxPosts.ROLES),
                RouteRule.roles(POST, "/inbox/filters/{id}/delete", InboxPosts.ROLES),
                RouteRule.roles(POST, "/inbox/filters/{id}/default", InboxPosts.ROLES),
                RouteRule.roles(GET, "/account/opinions", InboxPosts.ROLES),
                RouteRule.roles(POST, "/account/opinions", InboxPosts.ROLES),
                RouteRule.roles(POST, "/account/opinions/{id}", InboxPosts.ROLES),
                RouteRule.roles(POST, "/account/opinions/{id}/delete", InboxPosts.ROLES),
                RouteRule.roles(GET, "/inbox/opinions", InboxPosts.ROLES),
                RouteRule.roles(POST, "/inbox/opinions/{id}/use", InboxPosts.ROLES),
                RouteRule.roles(GET, "/tasks/{id}/draft", InboxPosts.ROLES),
                RouteRule.roles(PUT, "/tasks/{id}/draft", InboxPosts.ROLES),
                RouteRule.roles(POST, "/inbox/bulk", InboxPosts.ROLES),
                RouteRule.roles(GET, "/inbox/bulk/{id}", InboxPosts.ROLES),
                RouteRule.roles(GET, "/inbox/bulk/{id}/form", InboxPosts.ROLES),
                RouteRule.roles(GET, "/inbox/bulk/{id}/answers", InboxPosts.ROLES),
                RouteRule.roles(POST, "/inbox/bulk/{id}/answers", InboxPosts.ROLES),
                RouteRule.roles(POST, "/inbox/bulk/{id}/start", InboxPosts.ROLES),
                RouteRule.roles(GET, "/tasks/{id}", InboxPosts.ROLES),
                RouteRule.roles(GET, "/tasks/{id}/form", InboxPosts.ROLES),
                RouteRule.roles(POST, "/tasks/{id}/completion", InboxPosts.ROLES),
                RouteRule.roles(GET, "/administration/inbox-check", Role.SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, "/administration/inbox-check/repair", Role.SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, "/tasks/{id}/operations/{operation}", InboxPosts.AND_ADMINISTRATOR),
                RouteRule.roles(POST, "/cases/{businessKey}/urge", InboxPosts.ROLES),
                RouteRule.roles(GET, PROCESSES, Role.SYSTEM_ADMINISTRATOR),
                RouteRule.roles(GET, PROCESSES + "/models/{key}", Role.SYSTEM_ADMINISTRATOR),
                RouteRule.roles(GET, PROCESSES + "/models/{key}/{version}/bpmn", Role.SYSTEM_ADMINISTRATOR),
                RouteRule.roles(GET, PROCESSES + "/models/{key}/{version}/state", Role.SYSTEM_ADMINISTRATOR),
                RouteRule.roles(GET, PROCESSES + "/instances/{id}", Role.SYSTEM_ADMINISTRATOR),
                RouteRule.roles(GET, PROCESSES + "/instances/{id}/state", Role.SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, PROCESSES + "/incidents/retry", Role.SYSTEM_ADMINISTRATOR),
                RouteRule.roles(POST, PROCESSES + "/incidents/{id}/retry", Role.SYSTEM_ADMINISTRATOR));
    }
}
