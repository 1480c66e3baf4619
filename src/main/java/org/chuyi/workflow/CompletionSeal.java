package org.chuyi.workflow;

import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;

/** Implemented by what keeps a decision sealed that has to wait for others; it is carried out later, in the same words. */
public interface CompletionSeal {

    boolean isNeeded(InboxTask task);

    /** The answer that she gets instead of a completion; empty when there is nobody to wait for. */
    Optional<Completion> seal(InboxTask task, Actor actor, Map<String, Object> answers);
}
