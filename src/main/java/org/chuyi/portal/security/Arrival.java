package org.chuyi.portal.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chuyi.organisation.SignedIn;
import org.chuyi.portal.LanguageChoice;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** After the sign-in: to the page that was asked for, or home; in her language, whoever used this browser before. */
@Component
class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {

    private final LanguageChoice languages;
    private final LocaleResolver locales;

    Arrival(LanguageChoice languages, LocaleResolver locales, Refusals refusals) {
        this.languages = languages;
        this.locales = locales;
        setRequestCache(refusals.savedPages());
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof SignedIn signedIn) {
            locales.setLocale(request, response, languages.onArrival(signedIn.actor(), request));
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
