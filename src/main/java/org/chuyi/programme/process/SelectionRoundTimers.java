package org.chuyi.programme.process;

import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.RoundTimers;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class SelectionRoundTimers implements RoundTimers {

    private final RuntimeService runtime;

    /** Lazily, since the engine knows the delegates, and they the rounds, and these the timers. */
    SelectionRoundTimers(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start(RoundCode round) {
        runtime.startProcessInstanceByKey(SelectionRoundProcess.ID, round.value());
    }

    /** Before the window opens nobody waits for the message, and the end is read later anyway. */
    @Override
    public void reset(RoundCode round) {
        runtime.createMessageCorrelation(SelectionRoundProcess.WINDOW_MOVED)
                .processInstanceBusinessKey(round.value())
                .correlateAll();
    }
}
