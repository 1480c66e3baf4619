package org.chuyi.selection.process;

import java.util.Map;
import org.chuyi.selection.ContestProcess;
import org.chuyi.selection.Countersigning;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.springframework.stereotype.Component;

/** 部门会签. */
@Component
class CountersignHandler implements TaskHandler {

    private final Countersigning countersigning;

    CountersignHandler(Countersigning countersigning) {
        this.countersigning = countersigning;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        String result = countersigning.sign(task).word();
        return new TaskOutcome(task.text("decision"), Map.of(ContestProcess.COUNTERSIGN_RESULT, result));
    }
}
