package org.chuyi.application;

import java.util.Set;
import org.chuyi.workflow.DeadlineReminder;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.springframework.stereotype.Component;

/**
 * What a school and its partners do before an application leaves them. All of it has one deadline, of which everybody whose
 * part is missing is told once, whichever step comes up or back afterwards.
 */
@Component
class FilingReminder implements DeadlineReminder {

    private final ApplicationNotices notices;
    private final OpenTasks tasks;

    FilingReminder(ApplicationNotices notices, OpenTasks tasks) {
        this.notices = notices;
        this.tasks = tasks;
    }

    @Override
    public Set<String> taskKeys() {
        return Set.of(
                SchoolApplicationProcess.FILL_IN_APPLICATION,
                SchoolApplicationProcess.CONFIRM_PARTNERSHIP,
                SchoolApplicationProcess.SCHOOL_SIGN_OFF);
    }

    @Override
    public void remind(InboxTask task) {
        if (!tasks.wasReminded(task.businessKey(), task.dueAt().orElseThrow())) {
            notices.deadlineNear(new ApplicationNumber(task.businessKey()));
        }
    }
}
