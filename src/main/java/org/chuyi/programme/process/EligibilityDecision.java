package org.chuyi.programme.process;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.DecisionService;
import org.chuyi.programme.EligibilityTable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks {@code eligibility.dmn}. The facts are few and come again and again; what the table has said of them holds as long
 * as the program runs, since a table comes with its program.
 */
@Component
class EligibilityDecision implements EligibilityTable {

    private static final int KEPT = 1_000;

    private final DecisionService decisions;
    private final Map<Map<String, Object>, List<String>> known = new ConcurrentHashMap<>();

    EligibilityDecision(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<String> reasons(Map<String, Object> facts) {
        List<String> reasons = known.get(facts);
        if (reasons == null) {
            reasons = ask(facts);
            if (known.size() >= KEPT) {
                known.clear();
            }
            known.put(Map.copyOf(facts), reasons);
        }
        return reasons;
    }

    private List<String> ask(Map<String, Object> facts) {
        return decisions
                .evaluateDecisionTableByKey("eligibility")
                .variables(facts)
                .evaluate()
                .collectEntries("reason");
    }
}
