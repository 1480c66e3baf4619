package org.chuyi.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.SignedIn;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route of every controller against every role, by the filter chains themselves. Whether a person may see one
 * object and not another's is tested with each module's pages.
 */
@IntegrationTest
class RoutePermissionTest {

    private static final Authentication ANONYMOUS =
            new AnonymousAuthenticationToken("key", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    /** Lines of the matrix whose requests are answered by filters and servlets rather than by controllers. */
    private static final Set<String> NOT_CONTROLLERS = Set.of(
            "POST /sign-in", "POST /sign-out", "GET /actuator/health/**", "* /error", "GET /api/v1/openapi.json");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    RoutePermissions permissions;

    @Autowired
    WebInvocationPrivilegeEvaluator chains;

    @Test
    void everyRouteHasAnExpectationAndEveryExpectationARoute() {
        assertThat(expectations().keySet()).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void everyLineOfTheMatrixHasARoute() {
        var lines = permissions.rules().stream()
                .map(RoutePermissionTest::line)
                .filter(line -> !NOT_CONTROLLERS.contains(line))
                .filter(line -> !line.contains(" /camunda/"))
                .filter(line -> !isStatic(line))
                .toList();
        assertThat(routes()).containsAll(lines);
    }

    @Test
    void everyRouteIsOpenToThoseAndOnlyThoseWhoAreExpected() {
        var wrong = new TreeSet<String>();
        expectations().forEach((route, expected) -> {
            if (mayCall(route, ANONYMOUS) != expected.anybody()) {
                wrong.add(route + " anonymous");
            }
            for (Role role : Role.values()) {
                if (mayCall(route, as(EnumSet.of(role))) != expected.roles().contains(role)) {
                    wrong.add(route + " " + role);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void routeWithoutALineIsClosedToEverybody() {
        for (Role role : Role.values()) {
            assertThat(mayCall("GET /no/such/page", as(EnumSet.of(role)))).isFalse();
            assertThat(mayCall("GET /api/v1/no-such-call", as(EnumSet.of(role))))
                    .isFalse();
            assertThat(mayCall("POST /camunda/api/admin/setup/default/user/create", as(EnumSet.of(role))))
                    .isFalse();
        }
    }

    @Test
    void whoHasNotChosenForWhomSheActsHasNoRole() {
        assertThat(mayCall("GET /administration/accounts", as(EnumSet.noneOf(Role.class))))
                .isFalse();
    }

    private record Expected(boolean anybody, Set<Role> roles) {}

    private static Map<String, Expected> expectations() {
        var expectations = new LinkedHashMap<String, Expected>();
        ExpectedRoutes.TABLE.lines().filter(line -> !line.isBlank()).forEach(line -> {
            var columns = line.strip().split("\\s+", 3);
            expectations.put(columns[0] + " " + columns[1], expected(columns[2]));
        });
        return expectations;
    }

    private static Expected expected(String who) {
        return switch (who) {
            case "anybody" -> new Expected(true, EnumSet.allOf(Role.class));
            case "signed-in" -> new Expected(false, EnumSet.allOf(Role.class));
            case "task-holders" ->
                new Expected(
                        false,
                        EnumSet.complementOf(
                                EnumSet.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR)));
            default ->
                new Expected(
                        false, Stream.of(who.split("\\s+")).map(Role::valueOf).collect(Collectors.toSet()));
        };
    }

    private Set<String> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.chuyi."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean mayCall(String route, Authentication who) {
        var space = route.indexOf(' ');
        var path = route.substring(space + 1).replaceAll("\\{[^/]+}", "1").replace("**", "x");
        return chains.isAllowed("", path, route.substring(0, space), who);
    }

    private static boolean isStatic(String line) {
        return line.matches("GET .*\\.(css|svg|ico|txt)")
                || PortalRoutes.STATIC.stream().anyMatch(pattern -> line.equals("GET " + pattern));
    }

    private static String line(RouteRule rule) {
        return (rule.method() == null ? "*" : rule.method().name()) + " " + rule.pattern();
    }

    private static Authentication as(Set<Role> roles) {
        return CurrentActor.authentication(new SignedIn(
                new Actor(
                        new AccountId(0),
                        "nobody",
                        "无名",
                        new OrganisationId(0),
                        "无",
                        OrganisationKind.PROVINCIAL_DEPARTMENT,
                        "430000",
                        roles),
                false,
                false));
    }
}
