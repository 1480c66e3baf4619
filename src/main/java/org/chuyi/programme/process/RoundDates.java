package org.chuyi.programme.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.RoundWindow;
import org.chuyi.programme.Rounds;
import org.springframework.stereotype.Component;

/** The dates of the model's timers, read when a timer is set. Public, with its methods, for the model's expressions. */
@Component("roundDates")
public class RoundDates {

    private final Rounds rounds;

    RoundDates(Rounds rounds) {
        this.rounds = rounds;
    }

    public Date opensAt(DelegateExecution execution) {
        return Date.from(window(execution).opensAt());
    }

    public Date closesAt(DelegateExecution execution) {
        return Date.from(window(execution).closesAt());
    }

    private RoundWindow window(DelegateExecution execution) {
        return rounds.byCode(new RoundCode(execution.getProcessBusinessKey()))
                .orElseThrow()
                .window();
    }
}
