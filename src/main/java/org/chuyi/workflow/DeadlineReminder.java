package org.chuyi.workflow;

import java.util.Set;

/** Implemented by the module whose tasks they are: of which deadlines whoever holds one is told before. */
public interface DeadlineReminder {

    /** Of user tasks with a due date. */
    Set<String> taskKeys();

    /** Tells whoever holds it, in the current transaction. */
    void remind(InboxTask task);
}
