package org.chuyi.selection.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestProcess;
import org.chuyi.selection.ExpertDrawing;
import org.springframework.stereotype.Component;

/** 抽取并排定席位. */
@Component("drawPanel")
class DrawPanelDelegate implements JavaDelegate {

    private final ExpertDrawing drawing;

    DrawPanelDelegate(ExpertDrawing drawing) {
        this.drawing = drawing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (!drawing.drawAsked(ContestKey.of(execution.getProcessBusinessKey()))) {
            throw new BpmnError(ContestProcess.POOL_TOO_SMALL);
        }
    }
}
