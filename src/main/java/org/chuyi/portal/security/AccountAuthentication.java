package org.chuyi.portal.security;

import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.SignIn;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Hands login and password to {@link SignIn}; every refusal looks the same from here on. */
@Component
class AccountAuthentication implements AuthenticationProvider {

    private final SignIn signIn;

    AccountAuthentication(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        return signIn.attempt(given.getName(), String.valueOf(given.getCredentials()))
                .map(CurrentActor::authentication)
                .orElseThrow(() -> new BadCredentialsException("Not admitted"));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
