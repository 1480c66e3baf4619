package org.chuyi.selection.process;

import org.chuyi.selection.ExpertPanels;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.chuyi.workflow.TaskRejected;
import org.springframework.stereotype.Component;

/** 指定专家. */
@Component
class AppointExpertHandler implements TaskHandler {

    private final ExpertPanels panels;

    AppointExpertHandler(ExpertPanels panels) {
        this.panels = panels;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        var named = new ExpertPanels.Named(task.text("expert"), task.text("reason"));
        var problems = panels.appoint(Long.parseLong(task.part()), named, task.actor(), task.at());
        if (!problems.isEmpty()) {
            throw new TaskRejected(problems);
        }
        return TaskOutcome.of("appointed");
    }
}
