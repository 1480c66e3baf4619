package org.chuyi.selection.process;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.chuyi.organisation.Department;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.selection.CountersignRule;
import org.chuyi.selection.CountersignTable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code countersign.dmn}. */
@Component
class CountersignDecision implements CountersignTable {

    private final DecisionService decisions;

    CountersignDecision(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public CountersignRule rule(ProgrammeCode programme) {
        return switch (evaluate("countersignRule", programme)
                .<String>getSingleEntry()
                .toLowerCase(Locale.ROOT)) {
            case "all" -> CountersignRule.ALL;
            case "ratio" -> CountersignRule.RATIO;
            case "half" -> CountersignRule.HALF;
            case "any" -> CountersignRule.ANY;
            default -> CountersignRule.LEAD_VETO;
        };
    }

    @Override
    public List<Department> departments(ProgrammeCode programme) {
        return evaluate("countersigners", programme).<String>collectEntries("department").stream()
                .map(Department::valueOf)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private DmnDecisionTableResult evaluate(String decision, ProgrammeCode programme) {
        return decisions
                .evaluateDecisionTableByKey(decision)
                .variables(java.util.Map.of("programme", programme.value()))
                .evaluate();
    }
}
