package org.chuyi.workflow;

import java.time.Instant;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Post;

/**
 * A task as the lists show it.
 *
 * @param key the user task's id in the model; its label is message {@code workflow.task.<key>}
 * @param businessKey the case's number
 * @param category programme code
 * @param occasion round code
 * @param applicantName name of the organisation that the case is about
 * @param offeredTo the post whose holders may work on it
 * @param part which of the case's parts it is about, e.g. an expert's seat; empty where a case has no parts
 * @param personal offered to its assignee alone, whatever posts others hold
 * @param outcome what was decided, when done
 */
public record InboxTask(
        String id,
        String key,
        String processKey,
        String processDefinitionId,
        String processInstanceId,
        Optional<String> formKey,
        String businessKey,
        String title,
        String category,
        String occasion,
        String applicantName,
        String cityCode,
        String part,
        Post offeredTo,
        Optional<AccountId> assignee,
        boolean personal,
        State state,
        Instant createdAt,
        Optional<Instant> dueAt,
        Optional<Instant> overdueAt,
        Optional<Instant> completedAt,
        Optional<String> completedByName,
        Optional<String> outcome) {

    public enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    /** Whether this person may see it and work on it. */
    public boolean isOfferedTo(Actor actor) {
        return actor.holds(offeredTo)
                && (!personal || assignee.filter(actor.account()::equals).isPresent());
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
