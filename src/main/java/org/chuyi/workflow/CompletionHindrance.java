package org.chuyi.workflow;

import java.util.Optional;
import org.chuyi.organisation.Actor;

/** Implemented by what keeps a person from completing a task that is open and offered to her: a claim, a signer. */
public interface CompletionHindrance {

    /** The answer that she gets instead; empty when nothing stands in the way. */
    Optional<Completion> to(InboxTask task, Actor actor);
}
