package org.chuyi.programme.process;

import java.util.Map;
import java.util.Optional;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.RoundTimers;
import org.chuyi.programme.SelectionRoundProcess;
import org.chuyi.workflow.Cases;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class SelectionRoundTimers implements RoundTimers {

    private final Cases cases;

    /** Lazily, since the engine knows the delegates, and they the rounds, and these the timers. */
    SelectionRoundTimers(@Lazy Cases cases) {
        this.cases = cases;
    }

    @Override
    public void start(RoundCode round) {
        cases.start(SelectionRoundProcess.KEY, round.value(), Optional.empty(), Map.of());
    }

    /** Before the window opens nobody waits for the message, and the end is read later anyway. */
    @Override
    public void reset(RoundCode round) {
        cases.messageIfAwaited(round.value(), SelectionRoundProcess.WINDOW_MOVED);
    }
}
