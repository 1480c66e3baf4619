package org.chuyi.portal.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.audit.Who;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells the record who acts: the signed-in person, a visitor, or, without any request, the system. */
@Component
class PersonBehindRequest implements Who.WhoSource {

    private final CurrentActor currentActor;
    private final MessageSource messages;

    PersonBehindRequest(CurrentActor currentActor, MessageSource messages) {
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @Override
    public Who now() {
        var address = address();
        return currentActor
                .find()
                .map(actor -> new Who(
                        Optional.of(actor.account().value()), actor.name(), actingFor(actor), address.orElse("")))
                .or(() -> address.map(from -> new Who(Optional.empty(), "访客", "", from)))
                .orElse(Who.SYSTEM);
    }

    /** In Chinese, whatever language the person reads: the record has one. */
    private String actingFor(Actor actor) {
        var roles = actor.roles().stream()
                .sorted()
                .map(role ->
                        messages.getMessage("portal.role." + role.name(), null, role.name(), Locale.SIMPLIFIED_CHINESE))
                .collect(Collectors.joining("、"));
        return roles.isEmpty() ? actor.organisationName() : actor.organisationName() + " · " + roles;
    }

    private static Optional<String> address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.ofNullable(attributes.getRequest().getRemoteAddr())
                : Optional.empty();
    }
}
