package org.chuyi.workflow;

import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.springframework.stereotype.Component;

/**
 * The person and answers of the completion under way on this thread, handed to the gate past the engine: so the engine
 * stores no answers, not even for a moment. A completion inside a completion keeps its own.
 */
@Component
class CurrentCompletion {

    private final ThreadLocal<Entry> entries = new ThreadLocal<>();

    /** Runs the engine's step and returns the outcome that the gate noted. */
    String with(Actor actor, Map<String, Object> answers, Runnable step) {
        Entry outer = entries.get();
        Entry entry = new Entry(actor, answers);
        entries.set(entry);
        try {
            step.run();
            return entry.outcome;
        } finally {
            if (outer == null) {
                entries.remove();
            } else {
                entries.set(outer);
            }
        }
    }

    Optional<Entry> get() {
        return Optional.ofNullable(entries.get());
    }

    static final class Entry {
        final Actor actor;
        final Map<String, Object> answers;
        private String outcome = "";

        private Entry(Actor actor, Map<String, Object> answers) {
            this.actor = actor;
            this.answers = answers;
        }

        void outcome(String result) {
            outcome = result;
        }
    }
}
