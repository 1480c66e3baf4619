package org.chuyi.workflow;

import java.util.List;
import java.util.Set;
import org.chuyi.organisation.Post;

/** Implemented by the module whose tasks they are: which of them are watched, and whom a missed deadline is reported to. */
public interface DeadlineWatch {

    /** Of user tasks with a due date whose models have no timers of their own. */
    Set<String> taskKeys();

    Report reportOf(InboxTask task);

    /**
     * A report 督办 that a task is overdue.
     *
     * @param link path of a page that these posts may open
     */
    record Report(List<Post> to, String link) {}
}
