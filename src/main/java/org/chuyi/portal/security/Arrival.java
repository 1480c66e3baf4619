package org.chuyi.portal.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.SignedIn;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** After the sign-in: to the page that was asked for, or home; in her language unless this browser chose one. */
@Component
class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final String LANGUAGE_COOKIE = "CHUYI_LANGUAGE";

    private final Accounts accounts;
    private final LocaleResolver locales;

    Arrival(Accounts accounts, LocaleResolver locales, Refusals refusals) {
        this.accounts = accounts;
        this.locales = locales;
        setRequestCache(refusals.savedPages());
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (WebUtils.getCookie(request, LANGUAGE_COOKIE) == null
                && authentication.getPrincipal() instanceof SignedIn signedIn) {
            accounts.find(signedIn.actor().account())
                    .map(Account::language)
                    .map(Locale::forLanguageTag)
                    .ifPresent(language -> locales.setLocale(request, response, language));
        }
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
