package org.chuyi.review.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationRow;
import org.chuyi.application.ApplicationSearch;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.Applications;
import org.chuyi.application.ProjectApplication;
import org.chuyi.application.Reader;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.RouteRule;
import org.chuyi.organisation.RouteRules;
import org.chuyi.review.ShownDecision;
import org.chuyi.review.ShownDecisions;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Applications 申报")
class HistoryApi {

    static final String PATH = "/api/v1/applications/{number}/history";

    private final Applications applications;
    private final ApplicationSearch search;
    private final ShownDecisions decisions;
    private final MessageSource messages;
    private final CurrentActor currentActor;

    HistoryApi(
            Applications applications,
            ApplicationSearch search,
            ShownDecisions decisions,
            MessageSource messages,
            CurrentActor currentActor) {
        this.applications = applications;
        this.search = search;
        this.decisions = decisions;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    record HistoryView(String number, ApplicationStatus status, String publicStatus, List<HistoryStep> steps) {}

    /**
     * @param step STARTED, a review's step, WITHDRAWN or EXPIRED
     * @param decision the review form's value, e.g. {@code returned}
     * @param text step and decision in the caller's language
     * @param organisation who decided; a person's name only where the caller may know it
     * @param version of the application that was decided on
     * @param corrections what has to be corrected, told at once
     */
    record HistoryStep(
            Instant at,

            @Schema(
                    allowableValues = {
                        "STARTED",
                        "SCHOOL_SIGN_OFF",
                        "CITY_REVIEW",
                        "FORMAL_CHECK",
                        "WITHDRAWN",
                        "EXPIRED"
                    })
            String step,

            Optional<String> decision,
            String text,
            Optional<String> organisation,
            Optional<String> person,
            Optional<String> opinion,
            Optional<Integer> version,
            Optional<List<HistoryCorrection>> corrections,
            Optional<Instant> correctionDueAt) {}

    record HistoryCorrection(String place, String requirement) {}

    @GetMapping(PATH)
    @Operation(summary = "办理状态与过程", description = """
                    Where it stands and what happened so far, in order: who decided what, when, with which opinion and \
                    corrections. A reviewer is her organisation to those whom she reviews; what happens inside a school \
                    stays there.""")
    @ApiResponse(responseCode = "200", description = "Status and history")
    @ApiResponse(responseCode = "404", description = "No such application for this caller")
    HistoryView history(
            @Parameter(description = "e.g. CY2026-02-0001") @PathVariable String number,
            @Parameter(hidden = true) Locale locale) {
        var actor = currentActor.get();
        var application = Optional.of(number)
                .filter(ApplicationNumber::isValid)
                .map(ApplicationNumber::new)
                .flatMap(valid -> applications.find(valid, actor))
                .orElseThrow(ApiProblem::notFound);
        var row = search.row(application.number(), actor).orElseThrow(ApiProblem::notFound);
        return new HistoryView(
                number,
                row.shown(),
                messages.getMessage("portal.status." + row.shown(), null, locale),
                steps(application, row, locale));
    }

    private List<HistoryStep> steps(ProjectApplication application, ApplicationRow row, Locale locale) {
        List<HistoryStep> steps = new ArrayList<>();
        if (row.reader() != Reader.PARTNER) {
            steps.add(event(application.createdAt(), "STARTED", row.schoolName(), locale));
        }
        decisions.of(application.number(), row.reader()).stream()
                .map(decision -> step(decision, locale))
                .forEach(steps::add);
        if (row.status() == ApplicationStatus.WITHDRAWN || row.status() == ApplicationStatus.EXPIRED) {
            steps.add(event(application.statusSince(), row.status().name(), row.schoolName(), locale));
        }
        steps.sort(Comparator.comparing(HistoryStep::at));
        return steps;
    }

    private HistoryStep event(Instant at, String step, String school, Locale locale) {
        return new HistoryStep(
                at,
                step,
                Optional.empty(),
                messages.getMessage("review.history." + step, null, locale),
                Optional.of(school),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private HistoryStep step(ShownDecision decision, Locale locale) {
        String text = messages.getMessage("review.step." + decision.step(), null, locale)
                + (Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? ": " : "：")
                + messages.getMessage("review.decision." + decision.step() + "." + decision.decision(), null, locale);
        return new HistoryStep(
                decision.at(),
                decision.step().name(),
                Optional.of(decision.decision()),
                text,
                Optional.of(decision.organisation()),
                decision.person(),
                Optional.of(decision.opinion()).filter(opinion -> !opinion.isEmpty()),
                Optional.of(decision.version()),
                Optional.of(decision.corrections().stream()
                                .map(item -> new HistoryCorrection(item.place(), item.requirement()))
                                .toList())
                        .filter(items -> !items.isEmpty()),
                decision.correctionDueAt());
    }

    @Component
    static class HistoryRoutes implements RouteRules {
        @Override
        public List<RouteRule> rules() {
            return List.of(RouteRule.signedIn(HttpMethod.GET, PATH));
        }
    }
}
