package org.chuyi.selection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.organisation.Department;

/**
 * One time that a list went round the departments.
 *
 * @param departments who is asked, as the decision table said when it began
 * @param signatures in the order they were given
 */
public record CountersignRound(
        ContestKey contest,
        int number,
        int rankingVersion,
        CountersignRule rule,
        List<Department> departments,
        List<Countersignature> signatures,
        CountersignResult result,
        Instant openedAt,
        Optional<Instant> closedAt) {

    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    /** Those who were asked and have not answered. */
    public List<Department> awaited() {
        var answered = given().keySet();
        return departments.stream().filter(each -> !answered.contains(each)).toList();
    }

    /** Everything that was not an approval, or was said against a single row. */
    public List<Countersignature> dissent() {
        return signatures.stream()
                .filter(each -> each.decision() != Countersignature.Decision.APPROVE
                        || !each.rows().isEmpty())
                .toList();
    }

    CountersignResult evaluated() {
        return rule.result(departments, given());
    }

    private Map<Department, Countersignature.Decision> given() {
        return signatures.stream().collect(Collectors.toMap(Countersignature::department, Countersignature::decision));
    }
}
