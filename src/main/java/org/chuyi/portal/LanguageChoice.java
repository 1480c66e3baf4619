package org.chuyi.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Remembers the language that somebody chooses at the top of a page: with her account, for the next browser and for her
 * mails; before she signs in, with the session, to be hers once she has.
 */
@Component
public class LanguageChoice implements HandlerInterceptor {

    static final String PARAMETER = "lang";

    private static final String CHOSEN = LanguageChoice.class.getName();

    private final Accounts accounts;
    private final CurrentActor currentActor;

    LanguageChoice(Accounts accounts, CurrentActor currentActor) {
        this.accounts = accounts;
        this.currentActor = currentActor;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getParameter(PARAMETER) != null && !ApiRequests.isOne(request)) {
            var language = RequestContextUtils.getLocale(request);
            var actor = currentActor.find();
            actor.map(Actor::account).ifPresent(id -> accounts.speak(id, language.toLanguageTag()));
            if (actor.isEmpty() && request.getSession(false) != null) {
                request.getSession().setAttribute(CHOSEN, language.toLanguageTag());
            }
        }
        return true;
    }

    /** Of somebody who has just signed in: what she chose on the way, or what her account says. */
    public Locale onArrival(Actor actor, HttpServletRequest request) {
        var chosen =
                Optional.ofNullable(request.getSession(false)).map(session -> (String) session.getAttribute(CHOSEN));
        chosen.ifPresent(language -> {
            request.getSession().removeAttribute(CHOSEN);
            accounts.speak(actor.account(), language);
        });
        return Locale.forLanguageTag(chosen.orElseGet(
                () -> accounts.find(actor.account()).orElseThrow().language()));
    }
}
