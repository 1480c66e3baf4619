package org.chuyi.selection.process;

import java.util.Objects;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ExpertPanels;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.chuyi.workflow.TaskRejected;
import org.springframework.stereotype.Component;

/** 增补评审专家. */
@Component
class SupplementPanelHandler implements TaskHandler {

    private final ExpertPanels panels;

    SupplementPanelHandler(ExpertPanels panels) {
        this.panels = panels;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        var named = task.rows("experts").stream()
                .map(row -> new ExpertPanels.Named(
                        Objects.toString(row.get("expert"), ""), Objects.toString(row.get("reason"), "")))
                .toList();
        var problems = panels.supplement(ContestKey.of(task.businessKey()), named, task.actor(), task.at());
        if (!problems.isEmpty()) {
            throw new TaskRejected(problems);
        }
        return TaskOutcome.of("supplemented");
    }
}
