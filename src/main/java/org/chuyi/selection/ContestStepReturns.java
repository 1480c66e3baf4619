package org.chuyi.selection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.StepReturns;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/**
 * 退回与撤回 of a countersigned list: back to the ranking, or round the departments once more; a department takes its answer
 * back while others still answer. What the leader approved stands: its results are decided.
 */
@Component
class ContestStepReturns implements StepReturns {

    private static final String DEPARTMENT = "department";

    private final Countersigning countersigning;

    ContestStepReturns(Countersigning countersigning) {
        this.countersigning = countersigning;
    }

    @Override
    public String processKey() {
        return ContestProcess.KEY;
    }

    @Override
    public List<String> returnsFrom(InboxTask open) {
        return switch (open.key()) {
            case ContestProcess.COUNTERSIGN -> List.of(ContestProcess.CONFIRM_RANKING);
            case ContestProcess.RECONCILE, ContestProcess.FINAL_DECISION ->
                List.of(ContestProcess.COUNTERSIGN, ContestProcess.CONFIRM_RANKING);
            default -> List.of();
        };
    }

    @Override
    public Map<String, Object> putBack(InboxTask open, String step, Actor actor, Instant at) {
        countersigning.breakOff(ContestKey.of(open.businessKey()), at);
        return Map.of(ContestProcess.COUNTERSIGN_RESULT, CountersignResult.OPEN.word());
    }

    @Override
    public Optional<FieldProblem> whyItStands(InboxTask done) {
        return isStillOpen(done)
                ? Optional.empty()
                : Optional.of(FieldProblem.of("", "", "selection.problem.signatureStands"));
    }

    @Override
    public Map<String, Object> takeBack(InboxTask done, Actor actor, Instant at) {
        countersigning.takeBack(ContestKey.of(done.businessKey()), actor, at);
        return Map.of();
    }

    @Override
    public Optional<Map<String, Object>> rejoins(InboxTask done) {
        return isStillOpen(done)
                ? Optional.of(Map.of(DEPARTMENT, done.offeredTo().group()))
                : Optional.empty();
    }

    /** Its own round, not a later one that asks the department anew. */
    private boolean isStillOpen(InboxTask done) {
        return done.key().equals(ContestProcess.COUNTERSIGN)
                && countersigning
                        .last(ContestKey.of(done.businessKey()))
                        .filter(CountersignRound::isOpen)
                        .filter(round -> !round.openedAt().isAfter(done.createdAt()))
                        .filter(round -> countersigning.hasAnswered(round, done.offeredTo()))
                        .isPresent();
    }
}
