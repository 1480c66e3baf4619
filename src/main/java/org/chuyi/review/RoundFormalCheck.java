package org.chuyi.review;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.programme.RoundCode;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 形式审查完成: the contests begin only when nothing that competes is still under way. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class RoundFormalCheck {

    private static final int NAMED_AT_MOST = 10;

    private final ApplicationDirectory applications;
    private final AuditTrail audit;

    RoundFormalCheck(ApplicationDirectory applications, AuditTrail audit) {
        this.applications = applications;
        this.audit = audit;
    }

    /** @return why it cannot be finished; empty when it is */
    public List<FieldProblem> finish(RoundCode round) {
        var open = applications.beforeSelection(round);
        if (!open.isEmpty()) {
            return List.of(FieldProblem.of(
                    "",
                    "",
                    "review.problem.formalCheckOpen",
                    open.size(),
                    open.stream()
                            .limit(NAMED_AT_MOST)
                            .map(ApplicationNumber::value)
                            .collect(Collectors.joining("、"))));
        }
        audit.record(AuditEntry.of(
                "round.formalCheckFinished",
                "round",
                round.value(),
                Map.of("entries", applications.inSelection(round).size())));
        return List.of();
    }
}
