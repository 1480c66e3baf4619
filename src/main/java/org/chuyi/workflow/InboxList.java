package org.chuyi.workflow;

import java.util.Map;
import java.util.Optional;

/** A person's lists, and by which states the rows of each are told apart. */
public enum InboxList {
    /** Who has it: nobody yet, she herself, a colleague. */
    TO_DO(Map.of(
            "free", "t.assignee_id is null",
            "mine", "t.assignee_id in (:selves)",
            "colleague", "t.assignee_id not in (:selves)")),
    /** Its states are outcomes. */
    DONE(Map.of()),
    ORGANISATION(Map.of("open", "t.state = 'OPEN'", "done", "t.state = 'DONE' and t.completed_at >= :since")),
    STARTED(Map.of("running", "c.ended_at is null", "ended", "c.ended_at is not null")),
    COPIED(Map.of("unread", "k.read_at is null", "read", "k.read_at is not null"));

    private final Map<String, String> conditions;

    InboxList(Map<String, String> conditions) {
        this.conditions = conditions;
    }

    public boolean hasState(String state) {
        return this == DONE || conditions.containsKey(state);
    }

    /** Over the list's tables; empty where it has no such state. */
    Optional<String> condition(String state) {
        return this == DONE ? Optional.of("t.outcome = :outcome") : Optional.ofNullable(conditions.get(state));
    }
}
