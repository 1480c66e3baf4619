package org.chuyi.workflow.operation;

import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.SignedIn;
import org.chuyi.workflow.TaskInbox;
import org.springframework.stereotype.Component;

/**
 * Carries a sealed decision out, in its holder's name and in a transaction of its own: a rule that stands against it now
 * must not undo the last signature. Then it is the holder's to decide anew.
 */
@Component
class SealedDecisions {

    private final SignerRows signers;
    private final SealedRows sealed;
    private final TaskInbox inbox;
    private final Accounts accounts;
    private final CurrentActor currentActor;

    SealedDecisions(
            SignerRows signers, SealedRows sealed, TaskInbox inbox, Accounts accounts, CurrentActor currentActor) {
        this.signers = signers;
        this.sealed = sealed;
        this.inbox = inbox;
        this.accounts = accounts;
        this.currentActor = currentActor;
    }

    void carryOutIfSigned(String task) {
        if (signers.open(task).isEmpty()) {
            sealed.find(task).ifPresent(this::carryOut);
        }
    }

    private void carryOut(SealedRows.Sealed decision) {
        accounts.actor(decision.account(), decision.organisation())
                .ifPresent(holder ->
                        currentActor.during(new SignedIn(holder, false, false), () -> complete(decision, holder)));
        sealed.remove(decision.task());
    }

    private void complete(SealedRows.Sealed decision, Actor holder) {
        inbox.complete(decision.task(), holder, Map.copyOf(decision.answers()), Optional.empty());
    }
}
