package org.chuyi.workflow;

/** The same of tasks that stay open after their deadline: a missed one is reported too (督办). */
public interface DeadlineWatch extends DeadlineReminder {

    /** Tells whoever holds it and those above, in the current transaction. */
    void report(InboxTask task);
}
