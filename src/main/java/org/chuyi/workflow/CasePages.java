package org.chuyi.workflow;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;

/** Implemented by the module that owns the cases of a process: where a person reads one and works on it. */
public interface CasePages {

    String processKey();

    /** Path of the case as a fragment, for the left of a task's page. */
    Optional<String> panel(String businessKey);

    /** Path of the case's own page. */
    String page(String businessKey);

    /** Whether the case's page would let her read it. */
    boolean mayOpen(String businessKey, Actor actor);

    /**
     * Whether its cases are known by their title; the others are by the organisation that they are about, and by their
     * number.
     */
    default boolean knownByTitle() {
        return true;
    }

    /**
     * What people call these cases, in that language; none for one that is called as it was when it began. Asked once for a
     * page, so that it is one statement however many they are.
     */
    default Map<String, String> titles(Collection<String> businessKeys, Locale locale) {
        return Map.of();
    }

    /** Path of the page on which a task is done, where it is more than a review form; empty for all others. */
    Optional<String> formPage(InboxTask task);

    /** Where its work goes on to be seen once the task is done; empty where the next task is offered instead. */
    default Optional<String> afterwards(InboxTask task) {
        return Optional.empty();
    }

    /**
     * Public status 公开状态 of each case by its number, as this reader is told it; codes of messages
     * {@code portal.status.<code>}.
     */
    Map<String, String> states(Collection<String> businessKeys, Actor reader);
}
