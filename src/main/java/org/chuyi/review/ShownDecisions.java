package org.chuyi.review;

import java.util.List;
import java.util.Optional;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.Reader;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was decided on an application, as a reader may know it: a leader's word to her own clerk stays inside the school,
 * and a reviewer is her organisation to those whom she reviews.
 */
@Component
public class ShownDecisions {

    private final Reviews reviews;
    private final ApplicationDirectory applications;

    ShownDecisions(Reviews reviews, ApplicationDirectory applications) {
        this.reviews = reviews;
        this.applications = applications;
    }

    /** The first one first; the caller has checked that the reader may read the application. */
    @Transactional(readOnly = true)
    public List<ShownDecision> of(ApplicationNumber number, Reader reader) {
        var requests = reviews.correctionsOf(number);
        var decisions = reviews.of(number);
        boolean undecided = reader == Reader.SCHOOL
                && decisions.stream().anyMatch(ShownDecisions::isCitysAgreement)
                && applications.get(number).status() == ApplicationStatus.RECOMMENDATION;
        return decisions.stream()
                .filter(decision -> isShown(decision, reader))
                .filter(decision -> !(undecided && isCitysAgreement(decision)))
                .map(decision -> shown(decision, requestOf(decision, requests), reader))
                .toList();
    }

    private static boolean isShown(ReviewDecision decision, Reader reader) {
        return reader == Reader.SCHOOL
                || !(decision.step() == ReviewStep.SCHOOL_SIGN_OFF
                        && decision.decision().equals("sentBack"));
    }

    /** While the city ranks, its agreement says nothing yet: the list decides. */
    private static boolean isCitysAgreement(ReviewDecision decision) {
        return decision.step() == ReviewStep.CITY_REVIEW && decision.decision().equals("recommended");
    }

    /** What a return asked to be corrected; empty for every other decision. */
    private static Optional<CorrectionRequest> requestOf(ReviewDecision decision, List<CorrectionRequest> requests) {
        return requests.stream()
                .filter(request -> decision.decision().equals("returned")
                        && request.version() == decision.version()
                        && request.requestedAt().equals(decision.decidedAt()))
                .findFirst();
    }

    private static ShownDecision shown(ReviewDecision decision, Optional<CorrectionRequest> request, Reader reader) {
        boolean named = reader == Reader.REVIEWER || decision.step() == ReviewStep.SCHOOL_SIGN_OFF;
        return new ShownDecision(
                decision.step(),
                decision.decision(),
                decision.opinion(),
                decision.organisationName(),
                named ? Optional.of(decision.decidedByName()) : Optional.empty(),
                decision.decidedAt(),
                decision.version(),
                request.map(CorrectionRequest::items).orElse(List.of()),
                request.map(CorrectionRequest::dueAt));
    }
}
