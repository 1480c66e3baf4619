package org.chuyi.review.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chuyi.review.CorrectionRequest;
import org.chuyi.review.ShownDecision;
import org.chuyi.review.ShownDecisions;
import org.chuyi.shared.WorkCalendar;
import org.springframework.stereotype.Component;

/** 审核意见: what was decided on an application, as its page shows it. */
@Component
class DecisionLines {

    private final ShownDecisions decisions;

    DecisionLines(ShownDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param step message key, as is {@code decision}
     * @param by organisation, and the person where the reader may know her
     * @param lastDay until when, where it was returned; else null
     */
    record DecisionLine(
            String step,
            String decision,
            String tone,
            String opinion,
            String by,
            Instant at,
            int version,
            List<CorrectionRequest.Item> corrections,
            LocalDate lastDay) {

        boolean isSignOff() {
            return step.equals("review.step.SCHOOL_SIGN_OFF");
        }
    }

    /** The latest first. */
    List<DecisionLine> of(OpenedApplication opened) {
        var lines = new ArrayList<>(decisions.of(opened.application().number(), opened.reader()).stream()
                .map(DecisionLines::line)
                .toList());
        Collections.reverse(lines);
        return lines;
    }

    private static DecisionLine line(ShownDecision decision) {
        return new DecisionLine(
                "review.step." + decision.step(),
                "review.decision." + decision.step() + "." + decision.decision(),
                tone(decision.decision()),
                decision.opinion(),
                decision.person()
                        .map(person -> decision.organisation() + " · " + person)
                        .orElse(decision.organisation()),
                decision.at(),
                decision.version(),
                decision.corrections(),
                decision.correctionDueAt().map(WorkCalendar::lastDayBefore).orElse(null));
    }

    private static String tone(String decision) {
        return switch (decision) {
            case "approved", "recommended", "signedOff" -> "good";
            case "returned", "sentBack" -> "warn";
            case "refused", "notListed" -> "bad";
            default -> "calm";
        };
    }
}
