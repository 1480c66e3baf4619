package org.chuyi.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.programme.SelectionDeadlines;
import org.chuyi.programme.SelectionStep;
import org.chuyi.shared.WorkCalendar;
import org.springframework.stereotype.Component;

/** The pool as a contest finds it at a moment: everybody, with the grounds on which she cannot be drawn. */
@Component
class DrawPool {

    private final Experts experts;
    private final Recusals recusals;
    private final SelectionDeadlines deadlines;

    DrawPool(Experts experts, Recusals recusals, SelectionDeadlines deadlines) {
        this.experts = experts;
        this.recusals = recusals;
        this.deadlines = deadlines;
    }

    /** Four statements, in order of login. */
    List<DrawCandidate> of(ContestKey contest, ContestField field, Instant now) {
        Map<AccountId, Set<OrganisationId>> declared = recusals.declared(contest);
        Period needed = needed(contest, now);
        return experts.all().stream()
                .map(expert -> new DrawCandidate(
                        expert.account(),
                        expert.login(),
                        expert.employer(),
                        expert.city(),
                        expert.specialties(),
                        grounds(expert, field, declared.getOrDefault(expert.account(), Set.of()), needed)))
                .toList();
    }

    private List<DrawGround> grounds(Expert expert, ContestField field, Set<OrganisationId> declared, Period needed) {
        List<DrawGround> grounds = new ArrayList<>();
        note(grounds, DrawGround.INACTIVE, !expert.active());
        note(grounds, DrawGround.UNAVAILABLE, !expert.isAvailable(needed.first(), needed.last()));
        note(grounds, DrawGround.BUSY, expert.isBusy());
        note(grounds, DrawGround.EMPLOYER, field.isApplicant(expert.employer()));
        note(grounds, DrawGround.PARTNER, field.isPartner(expert.employer()));
        note(grounds, DrawGround.DECLARED, field.competes(declared));
        note(grounds, DrawGround.SAME_CITY, field.mayJudgeNone(expert.city()));
        return grounds;
    }

    private record Period(LocalDate first, LocalDate last) {}

    /** From the day by which she answers to the last day of the scoring. */
    private Period needed(ContestKey contest, Instant now) {
        Instant answered = deadlines.due(contest.round(), SelectionStep.ANSWER_INVITATION, now);
        Instant scored = deadlines.due(contest.round(), SelectionStep.SCORING, answered);
        return new Period(WorkCalendar.lastDayBefore(answered), WorkCalendar.lastDayBefore(scored));
    }

    private static void note(List<DrawGround> grounds, DrawGround ground, boolean holds) {
        if (holds) {
            grounds.add(ground);
        }
    }
}
