package org.chuyi.application;

import org.chuyi.notification.DeadlineNotices;
import org.chuyi.workflow.DeadlineWatch;
import org.chuyi.workflow.InboxTask;

/** Tasks of a round whose deadlines are told in the words that serve for all, and reported to whoever is above their post. */
public abstract class SupervisedTasks implements DeadlineWatch {

    private final DeadlineNotices notices;
    private final LeadDepartment leadDepartment;

    protected SupervisedTasks(DeadlineNotices notices, LeadDepartment leadDepartment) {
        this.notices = notices;
        this.leadDepartment = leadDepartment;
    }

    /** Path of a page that the superiors may open. */
    protected abstract String shownAt(InboxTask task);

    @Override
    public final void remind(InboxTask task) {
        notices.remind(task);
    }

    @Override
    public final void report(InboxTask task) {
        notices.report(task, leadDepartment.superiorsOf(task.offeredTo()), shownAt(task));
    }
}
