package org.chuyi.workflow;

import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Camunda's Tasklist, Cockpit and Admin under the portal's sign-in. */
@Configuration(proxyBeanMethods = false)
class EngineWebApplications {

    private static final int AFTER_SPRING_SECURITY = 101;
    private static final String ENGINE_API = "/camunda/api/engine/engine/*";

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> engineSignOnFilter() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.addInitParameter("authentication-provider", EngineSignOn.class.getName());
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }

    @Bean
    FilterRegistrationBean<TasklistDrafts> tasklistDraftsFilter(TasklistDrafts filter) {
        return onEngineApi(filter);
    }

    @Bean
    FilterRegistrationBean<TasklistRefusals> tasklistRefusalsFilter(TasklistRefusals filter) {
        return onEngineApi(filter);
    }

    private static <F extends Filter> FilterRegistrationBean<F> onEngineApi(F filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/camunda/api/engine/*");
        registration.setOrder(AFTER_SPRING_SECURITY + 1);
        return registration;
    }

    @Bean
    RouteRules engineRoutes() {
        return () -> Stream.of(closed(), readOnly(), administration(), tasklist())
                .flatMap(List::stream)
                .toList();
    }

    /** A first user, a second sign-in, passwords: the engine's own ways in. */
    private static List<RouteRule> closed() {
        return List.of(
                RouteRule.nobody(null, "/camunda/app/admin/*/setup/**"),
                RouteRule.nobody(null, "/camunda/api/admin/setup/**"),
                RouteRule.nobody(null, "/camunda/api/admin/auth/user/*/login/**"),
                RouteRule.nobody(null, ENGINE_API + "/identity/verify"));
    }

    /** Accounts and rights are changed in the portal, by the security administrator; Admin asks for groups by POST. */
    private static List<RouteRule> readOnly() {
        return Stream.concat(lists(), rights()).toList();
    }

    private static Stream<RouteRule> lists() {
        return Stream.of("/group", "/group/count")
                .map(list -> RouteRule.roles(HttpMethod.POST, ENGINE_API + list, everybody()));
    }

    private static Stream<RouteRule> rights() {
        return Stream.of("user", "group", "tenant", "authorization")
                .map(resource -> ENGINE_API + "/" + resource + "/**")
                .flatMap(pattern -> Stream.of(
                        RouteRule.roles(HttpMethod.GET, pattern, everybody()),
                        RouteRule.roles(HttpMethod.OPTIONS, pattern, everybody()),
                        RouteRule.nobody(null, pattern)));
    }

    private static List<RouteRule> administration() {
        return Stream.concat(
                        Stream.of(
                                RouteRule.roles(HttpMethod.GET, "/camunda/api/admin/auth/user/*", everybody()),
                                RouteRule.roles(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout", everybody())),
                        Stream.of(
                                        "/camunda/app/cockpit",
                                        "/camunda/app/admin",
                                        "/camunda/api/cockpit",
                                        "/camunda/api/admin")
                                .map(path -> RouteRule.roles(null, path + "/**", Role.SYSTEM_ADMINISTRATOR)))
                .toList();
    }

    private static List<RouteRule> tasklist() {
        return List.of(RouteRule.roles(null, "/camunda/**", everybody()));
    }

    private static Set<Role> everybody() {
        var roles = EnumSet.copyOf(EngineGroups.TASK_ROLES);
        roles.add(Role.SYSTEM_ADMINISTRATOR);
        return roles;
    }
}
