package org.chuyi.publicity.process;

import org.chuyi.publicity.Announcing;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 印发公布文件. */
@Component
class IssueAnnouncementHandler implements TaskHandler {

    private final Announcing announcing;

    IssueAnnouncementHandler(Announcing announcing) {
        this.announcing = announcing;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        announcing.issue(task);
        return TaskOutcome.of("issued");
    }
}
