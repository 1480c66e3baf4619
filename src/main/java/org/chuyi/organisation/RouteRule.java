package org.chuyi.organisation;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpMethod;

/**
 * One line of the permission matrix: who may call a route at all. Which of its objects she may see is decided in the
 * module, in the query.
 *
 * @param method null for every method
 * @param pattern as in the controller's mapping, e.g. {@code /applications/{number}}
 * @param roles with {@link Who#ROLES}: one of these is enough
 */
public record RouteRule(HttpMethod method, String pattern, Who who, Set<Role> roles) {

    /** The kinds of line. */
    public enum Who {
        PUBLIC,
        SIGNED_IN,
        ROLES,
        NOBODY
    }

    public RouteRule {
        roles = Set.copyOf(roles);
    }

    public static RouteRule anybody(HttpMethod method, String pattern) {
        return new RouteRule(method, pattern, Who.PUBLIC, Set.of());
    }

    public static RouteRule signedIn(HttpMethod method, String pattern) {
        return new RouteRule(method, pattern, Who.SIGNED_IN, Set.of());
    }

    /** Closes what a later line would open. */
    public static RouteRule nobody(HttpMethod method, String pattern) {
        return new RouteRule(method, pattern, Who.NOBODY, Set.of());
    }

    public static RouteRule roles(HttpMethod method, String pattern, Role first, Role... others) {
        return roles(method, pattern, EnumSet.of(first, others));
    }

    public static RouteRule roles(HttpMethod method, String pattern, Set<Role> roles) {
        return new RouteRule(method, pattern, Who.ROLES, roles);
    }
}
