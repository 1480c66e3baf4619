package org.chuyi.workflow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;

/**
 * Tells Camunda's web applications who is signed in to the portal, so that nobody signs in twice. Public, with a
 * constructor without arguments, because Camunda's filter makes it from the name of its class.
 */
public class EngineSignOn implements AuthenticationProvider {

    private final CurrentActor currentActor = new CurrentActor();

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return currentActor.find().map(EngineSignOn::result).orElseGet(AuthenticationResult::unsuccessful);
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
        // Whoever is not signed in never gets here: the portal's security asked before.
    }

    private static AuthenticationResult result(Actor actor) {
        var result = AuthenticationResult.successful(actor.login());
        result.setGroups(List.copyOf(EngineGroups.of(actor)));
        result.setTenants(List.of());
        return result;
    }
}
