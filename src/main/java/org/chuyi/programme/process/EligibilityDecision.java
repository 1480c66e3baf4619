package org.chuyi.programme.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.chuyi.programme.EligibilityTable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code eligibility.dmn}. */
@Component
class EligibilityDecision implements EligibilityTable {

    private final DecisionService decisions;

    EligibilityDecision(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<String> reasons(Map<String, Object> facts) {
        return decisions
                .evaluateDecisionTableByKey("eligibility")
                .variables(facts)
                .evaluate()
                .collectEntries("reason");
    }
}
