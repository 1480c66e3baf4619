package org.chuyi.organisation;

import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** The acting person of the current thread, whether she came by the portal, the API or Camunda's web applications. */
@Component
public class CurrentActor {

    /** Empty when nobody is signed in, or when the system acts (a timer). */
    public Optional<Actor> find() {
        return signedIn().map(SignedIn::actor);
    }

    /** For pages and calls that nobody reaches without signing in; throws IllegalStateException when somebody did. */
    public Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    public Optional<SignedIn> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /** Does something as this person, on this thread, then puts back whoever was there before. */
    public void during(SignedIn signedIn, Runnable work) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication(signedIn)));
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Spring Security's view of a signed-in person: each role of the acting person is an authority of that name. */
    public static Authentication authentication(SignedIn signedIn) {
        return UsernamePasswordAuthenticationToken.authenticated(
                signedIn,
                null,
                signedIn.actor().roles().stream().map(RoleAuthority::new).toList());
    }
}
