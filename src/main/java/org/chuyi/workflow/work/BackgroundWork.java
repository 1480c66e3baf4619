package org.chuyi.workflow.work;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;

/**
 * 后台作业: a piece of long work and how far it is.
 *
 * @param kind which {@link BackgroundTask} does it
 * @param arguments what was asked, in that task's words
 * @param language in which its result is written
 * @param total items to do, counted with the first slice; 0 before
 * @param position where the next slice begins, in that task's words; empty at the beginning
 * @param message message key of why it failed, or empty
 */
public record BackgroundWork(
        long id,
        String kind,
        Map<String, String> arguments,
        AccountId requestedBy,
        OrganisationId requestedFor,
        Locale language,
        Instant requestedAt,
        State state,
        int total,
        int done,
        String position,
        String message,
        Optional<Instant> finishedAt) {

    /** FAILED: cannot be done, and will not be tried again. Trouble on the way is the engine's incident. */
    public enum State {
        WAITING,
        RUNNING,
        FINISHED,
        FAILED
    }

    public boolean isOver() {
        return state == State.FINISHED || state == State.FAILED;
    }

    boolean isOf(Actor actor) {
        return requestedBy.equals(actor.account()) && requestedFor.equals(actor.organisation());
    }
}
