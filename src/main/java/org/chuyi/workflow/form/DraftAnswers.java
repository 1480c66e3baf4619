package org.chuyi.workflow.form;

import java.util.List;
import java.util.Map;

/**
 * What of a draft can be kept.
 *
 * @param answers what the form names and is of the right type and length, hidden or not, empty or not
 * @param refused what is not among the answers, each with its reason
 */
public record DraftAnswers(Map<String, Object> answers, List<FieldProblem> refused) {

    /** The whole draft is refused (too large, nested too deep): what was kept before must stay as it is. */
    public boolean unusable() {
        return refused.stream().anyMatch(problem -> problem.path().isEmpty());
    }
}
