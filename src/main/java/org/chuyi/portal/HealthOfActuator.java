package org.chuyi.portal;

import java.util.Set;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Of Actuator nothing but the health endpoint is set up.
 *
 * <p>No other endpoint is exposed, so none would come of it; but each would be looked into at every start. A name given
 * to {@code management.endpoints.web.exposure.include} needs its package here.
 */
class HealthOfActuator implements AutoConfigurationImportFilter {

    private static final String ACTUATOR = "org.springframework.boot.actuate.autoconfigure.";
    private static final Set<String> WANTED = Set.of(
            "availability",
            "endpoint",
            "endpoint.web",
            "endpoint.jackson",
            "health",
            "jdbc",
            "security.servlet",
            "system",
            "web.server",
            "web.servlet");

    @Override
    public boolean[] match(String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[candidates.length];
        for (int index = 0; index < candidates.length; index++) {
            kept[index] = isWanted(candidates[index]);
        }
        return kept;
    }

    /** An earlier filter leaves null for what it has thrown out. */
    private static boolean isWanted(String candidate) {
        if (candidate == null || !candidate.startsWith(ACTUATOR)) {
            return true;
        }
        return WANTED.contains(candidate.substring(ACTUATOR.length(), candidate.lastIndexOf('.')));
    }
}
