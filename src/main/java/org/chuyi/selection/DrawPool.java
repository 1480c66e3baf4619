package org.chuyi.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.programme.DeadlineRules;
import org.chuyi.programme.SelectionStep;
import org.chuyi.shared.WorkCalendar;
import org.springframework.stereotype.Component;

/** The pool as a contest finds it at a moment: everybody, with the grounds on which she cannot be drawn. */
@Component
class DrawPool {

    private final Experts experts;
    private final Recusals recusals;
    private final DeadlineRules deadlines;

    DrawPool(Experts experts, Recusals recusals, DeadlineRules deadlines) {
        this.experts = experts;
        this.recusals = recusals;
        this.deadlines = deadlines;
    }

    /** Two statements, in order of login. */
    List<DrawCandidate> of(ContestKey contest, ContestField field, Instant now) {
        Map<AccountId, Set<OrganisationId>> declared = recusals.declared(contest);
        return experts.all().stream()
                .map(expert -> new DrawCandidate(
                        expert.account(),
                        expert.login(),
                        expert.employer(),
                        expert.city(),
                        expert.specialties(),
                        grounds(expert, field, declared.getOrDefault(expert.account(), Set.of()), now)))
                .toList();
    }

    private List<DrawGround> grounds(Expert expert, ContestField field, Set<OrganisationId> declared, Instant now) {
        List<DrawGround> grounds = new ArrayList<>();
        note(grounds, DrawGround.INACTIVE, !expert.active());
        note(grounds, DrawGround.UNAVAILABLE, !isAvailable(expert, now));
        note(grounds, DrawGround.BUSY, expert.isBusy());
        note(grounds, DrawGround.EMPLOYER, field.isApplicant(expert.employer()));
        note(grounds, DrawGround.PARTNER, field.isPartner(expert.employer()));
        note(grounds, DrawGround.DECLARED, field.competes(declared));
        note(grounds, DrawGround.SAME_CITY, field.mayJudgeNone(expert.city()));
        return grounds;
    }

    /** From the day by which she answers to the last day of the scoring. */
    private boolean isAvailable(Expert expert, Instant now) {
        Instant answered = deadlines.due(SelectionStep.ANSWER_INVITATION, now);
        LocalDate first = WorkCalendar.lastDayBefore(answered);
        LocalDate last = WorkCalendar.lastDayBefore(deadlines.due(SelectionStep.SCORING, answered));
        return expert.isAvailable(first, last);
    }

    private static void note(List<DrawGround> grounds, DrawGround ground, boolean holds) {
        if (holds) {
            grounds.add(ground);
        }
    }
}
