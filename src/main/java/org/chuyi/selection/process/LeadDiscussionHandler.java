package org.chuyi.selection.process;

import org.chuyi.selection.ScoreDiscussion;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 组长合议. */
@Component
class LeadDiscussionHandler implements TaskHandler {

    private final ScoreDiscussion discussion;

    LeadDiscussionHandler(ScoreDiscussion discussion) {
        this.discussion = discussion;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        discussion.end(task);
        return TaskOutcome.of(task.text("decision"));
    }
}
