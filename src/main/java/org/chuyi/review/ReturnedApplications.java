package org.chuyi.review;

import java.util.Comparator;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.PendingCorrections;
import org.springframework.stereotype.Component;

/** Tells the school's clerk what is asked of her, and by which organisation; never by whom. */
@Component
class ReturnedApplications implements PendingCorrections {

    private final Reviews reviews;

    ReturnedApplications(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Optional<Correction> of(ApplicationNumber number) {
        return reviews.correctionsOf(number).stream()
                .filter(request -> request.answeredByVersion().isEmpty())
                .findFirst()
                .map(request -> correction(request, decisionBehind(request)));
    }

    private Optional<ReviewDecision> decisionBehind(CorrectionRequest request) {
        return reviews.of(request.application()).stream()
                .filter(decision -> decision.decision().equals("returned") && decision.version() == request.version())
                .max(Comparator.comparing(ReviewDecision::id));
    }

    private static Correction correction(CorrectionRequest request, Optional<ReviewDecision> decision) {
        return new Correction(
                decision.map(ReviewDecision::organisationName).orElse(""),
                request.version(),
                decision.map(ReviewDecision::opinion).orElse(""),
                request.items().stream()
                        .map(item -> new Item(item.place(), item.requirement()))
                        .toList(),
                request.requestedAt(),
                request.dueAt());
    }
}
