package org.chuyi.programme.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.Rounds;
import org.chuyi.programme.SelectionRoundProcess;
import org.springframework.stereotype.Component;

@Component("closeRound")
class CloseRoundDelegate implements JavaDelegate {

    private final Rounds rounds;

    CloseRoundDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RoundCode code = new RoundCode(execution.getProcessBusinessKey());
        rounds.windowCloses(code);
        execution.setVariable(SelectionRoundProcess.SELECTION_HELD, rounds.holdsSelection(code) ? "yes" : "no");
    }
}
