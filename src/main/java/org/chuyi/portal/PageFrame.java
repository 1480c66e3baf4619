package org.chuyi.portal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.UnreadCount;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Fills the frame of a page. {@code layout.html} asks for it, rather than an advice for every controller, so that API
 * calls and fragments do without its queries and error pages have it too.
 */
@Component
class PageFrame {

    private final CurrentActor currentActor;
    private final Clock clock;
    private final MessageSource messages;
    private final ObjectProvider<UnreadCount> unreadCounts;
    private final boolean demonstration;

    PageFrame(
            CurrentActor currentActor,
            Clock clock,
            MessageSource messages,
            ObjectProvider<UnreadCount> unreadCounts,
            @Value("${chuyi.demo:false}") boolean demonstration) {
        this.currentActor = currentActor;
        this.clock = clock;
        this.messages = messages;
        this.unreadCounts = unreadCounts;
        this.demonstration = demonstration;
    }

    public Layout now() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        var actor = currentActor.find().orElse(null);
        var path = pathOf(request);
        return new Layout(
                actor,
                actor == null ? "" : rolesOf(actor),
                Navigation.of(actor, path),
                demonstration,
                clock.instant(),
                actor == null ? 0 : unreadOf(actor),
                inOtherLanguage(request, path),
                path.equals("/sign-in"));
    }

    private long unreadOf(Actor actor) {
        return unreadCounts.stream()
                .mapToLong(count -> count.unreadOf(actor.account()))
                .sum();
    }

    private String rolesOf(Actor actor) {
        var locale = LocaleContextHolder.getLocale();
        return actor.roles().stream()
                .sorted()
                .map(role -> messages.getMessage("portal.role." + role.name(), null, role.name(), locale))
                .collect(Collectors.joining(messages.getMessage("portal.list.separator", null, ", ", locale)));
    }

    /** An error page stands for the page that was asked for. */
    private static String pathOf(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String path ? path : request.getRequestURI();
    }

    private static String inOtherLanguage(HttpServletRequest request, String path) {
        var other = LocaleContextHolder.getLocale().getLanguage().equals("en") ? "zh" : "en";
        var builder = UriComponentsBuilder.fromPath(request.getMethod().equals("GET") ? path : "/");
        request.getParameterMap()
                .forEach((name, values) -> builder.queryParam(name.replace("{", ""), (Object[]) values));
        return builder.replaceQueryParam("lang", other).encode().toUriString();
    }
}
