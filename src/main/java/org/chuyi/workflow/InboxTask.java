package org.chuyi.workflow;

import java.time.Instant;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.StandIn;

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
 * @param assignee who has claimed it, or for whom alone it is
 * @param personal offered to its assignee alone, whatever posts others hold
 * @param claimedAt since when its assignee has it
 * @param owner whose it is while the assignee has it for an opinion; empty otherwise
 * @param helps the task in which it is a colleague's part; empty for the engine's own tasks
 * @param awaitsSigners somebody was asked to sign it and has not answered
 * @param completedForName in whose place, where a deputy completed it
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
        Optional<String> assigneeName,
        boolean personal,
        Optional<Instant> claimedAt,
        Optional<AccountId> owner,
        Optional<String> helps,
        boolean awaitsSigners,
        State state,
        Instant createdAt,
        Optional<Instant> dueAt,
        Optional<Instant> overdueAt,
        Optional<Instant> completedAt,
        Optional<AccountId> completedBy,
        Optional<String> completedByName,
        Optional<String> completedForName,
        Optional<String> outcome)
        implements NamedCase {

    public enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    /** Whether this person may see it and work on it. */
    public boolean isOfferedTo(Actor actor) {
        return actor.holds(offeredTo) && (!personal || isHeldBy(actor));
    }

    /** Claimed by somebody else: to be seen, not to be completed. */
    public boolean isHeldByAnother(Actor actor) {
        return assignee.isPresent() && !isHeldBy(actor);
    }

    /** By herself, or by somebody in whose place she acts. */
    public boolean isHeldBy(Actor actor) {
        return assignee.filter(actor.selves()::contains).isPresent();
    }

    public boolean isOwnedBy(Actor actor) {
        return owner.filter(actor.selves()::contains).isPresent();
    }

    /** In whose place she works on it: whoever holds it, or else whoever has the post that she has not. */
    public Optional<String> inPlaceOf(Actor actor) {
        var principals = actor.deputyships().inForce();
        return principals.stream()
                .filter(each -> assignee.filter(each.principal()::equals).isPresent())
                .map(StandIn::name)
                .findFirst()
                .or(() -> actor.standsInAs(offeredTo.role()).map(StandIn::name));
    }

    public boolean isClaimed() {
        return !personal && assignee.isPresent();
    }

    /** With a colleague for an opinion. */
    public boolean isDelegated() {
        return owner.isPresent();
    }

    /** A colleague's part in another task. */
    public boolean isHelp() {
        return helps.isPresent();
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
