package org.chuyi.selection.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.selection.ExpertPanels;
import org.springframework.stereotype.Component;

/** 提醒专家. */
@Component("remindExpert")
class RemindExpertDelegate implements JavaDelegate {

    private final ExpertPanels panels;

    RemindExpertDelegate(ExpertPanels panels) {
        this.panels = panels;
    }

    @Override
    public void execute(DelegateExecution execution) {
        panels.remind(Long.parseLong((String) execution.getVariable("part")));
    }
}
