package org.chuyi.review.process;

import org.chuyi.programme.RoundCode;
import org.chuyi.review.RoundFormalCheck;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskHandler;
import org.chuyi.workflow.TaskOutcome;
import org.chuyi.workflow.TaskRejected;
import org.springframework.stereotype.Component;

/** 确认形式审查完成. */
@Component
class FinishFormalCheckHandler implements TaskHandler {

    private final RoundFormalCheck formalCheck;

    FinishFormalCheckHandler(RoundFormalCheck formalCheck) {
        this.formalCheck = formalCheck;
    }

    @Override
    public TaskOutcome complete(CompletedTask task) {
        var problems = formalCheck.finish(new RoundCode(task.businessKey()));
        if (!problems.isEmpty()) {
            throw new TaskRejected(problems);
        }
        return TaskOutcome.of("finished");
    }
}
