package org.chuyi.organisation;

import java.util.List;

/**
 * A module's lines of the permission matrix. Each module with pages or API calls has one bean of it; a route without a
 * line is closed to everybody.
 */
public interface RouteRules {
    List<RouteRule> rules();
}
