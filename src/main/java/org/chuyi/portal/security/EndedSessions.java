package org.chuyi.portal.security;

import java.util.Optional;
import org.chuyi.organisation.AccessWithdrawn;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Ends a person's sessions, on whichever node, when what she may do has shrunk; except the one that asked for it. */
@Component
class EndedSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    EndedSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void end(AccessWithdrawn withdrawn) {
        var mine = sessionOfThisRequest();
        sessions.findByPrincipalName(withdrawn.login()).keySet().stream()
                .filter(id -> !id.equals(mine.orElse("")))
                .forEach(sessions::deleteById);
    }

    private static Optional<String> sessionOfThisRequest() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.ofNullable(attributes.getRequest().getSession(false)).map(session -> session.getId())
                : Optional.empty();
    }
}
