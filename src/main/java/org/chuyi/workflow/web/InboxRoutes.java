package org.chuyi.workflow.web;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

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
                RouteRule.roles(POST, PROCESSES + "/incidents/{id}/retry", Role.SYSTEM_ADMINISTRATOR));
    }
}
