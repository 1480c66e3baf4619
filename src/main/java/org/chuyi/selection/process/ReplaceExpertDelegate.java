package org.chuyi.selection.process;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.selection.ContestProcess;
import org.chuyi.selection.ExpertPanels;
import org.springframework.stereotype.Component;

/** 递补下一位. */
@Component("replaceExpert")
class ReplaceExpertDelegate implements JavaDelegate {

    private final ExpertPanels panels;
    private final Clock clock;

    ReplaceExpertDelegate(ExpertPanels panels, Clock clock) {
        this.panels = panels;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean found = panels.replace(Long.parseLong((String) execution.getVariable("part")), clock.instant());
        execution.setVariable(ContestProcess.REPLACEMENT, found ? "found" : "none");
    }
}
