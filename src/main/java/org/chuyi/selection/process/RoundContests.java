package org.chuyi.selection.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.chuyi.programme.RoundCode;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.Selection;
import org.springframework.stereotype.Component;

/** The contests that a round calls, by their business keys. Public, since the engine calls it from expressions. */
@Component("roundContests")
public class RoundContests {

    private final Selection selection;

    RoundContests(Selection selection) {
        this.selection = selection;
    }

    public List<String> cases(DelegateExecution execution) {
        return selection.toHold(new RoundCode(execution.getProcessBusinessKey())).stream()
                .map(ContestKey::toString)
                .toList();
    }
}
