package org.chuyi.selection.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestProcess;
import org.chuyi.selection.ExpertAssignments;
import org.springframework.stereotype.Component;

/** 分配评审任务. */
@Component("assignApplications")
class AssignApplicationsDelegate implements JavaDelegate {

    private final ExpertAssignments assignments;

    AssignApplicationsDelegate(ExpertAssignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var result = assignments.assign(ContestKey.of(execution.getProcessBusinessKey()));
        if (result == ExpertAssignments.Result.PANEL_TOO_SMALL) {
            throw new BpmnError(ContestProcess.PANEL_TOO_SMALL);
        }
    }
}
