package org.chuyi.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationDecisions;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.ProjectApplication;
import org.chuyi.application.SchoolApplicationProcess;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.DeadlineRules;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.programme.Rounds;
import org.chuyi.programme.Step;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.StepReturns;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Component;

/**
 * 退回与撤回 of an application: the province gives it back to the city, the city to the school's leader; to the clerk it goes
 * by the form, with the list of what to correct. Where the city's ranked list decides, the list stands in between, and
 * neither goes past it.
 */
@Component
class ApplicationStepReturns implements StepReturns {

    private static final String APPROVED = "approved";
    private static final String FINISH_FORMAL_CHECK = "finishFormalCheck";

    private final ApplicationDirectory applications;
    private final ApplicationDecisions decisions;
    private final Reviews reviews;
    private final Rounds rounds;
    private final DeadlineRules deadlines;
    private final OpenTasks tasks;

    ApplicationStepReturns(
            ApplicationDirectory applications,
            ApplicationDecisions decisions,
            Reviews reviews,
            Rounds rounds,
            DeadlineRules deadlines,
            OpenTasks tasks) {
        this.applications = applications;
        this.decisions = decisions;
        this.reviews = reviews;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.tasks = tasks;
    }

    @Override
    public String processKey() {
        return SchoolApplicationProcess.KEY;
    }

    @Override
    public List<String> returnsFrom(InboxTask open) {
        return switch (open.key()) {
            case SchoolApplicationProcess.CITY_REVIEW -> List.of(SchoolApplicationProcess.SCHOOL_SIGN_OFF);
            case SchoolApplicationProcess.FORMAL_CHECK -> fromFormalCheck(open);
            default -> List.of();
        };
    }

    /** To the city that reviewed it; directly filed, to the school. */
    private List<String> fromFormalCheck(InboxTask open) {
        if (isCompetitive(numberOf(open))) {
            return List.of();
        }
        return wasReviewedByCity(open)
                ? List.of(SchoolApplicationProcess.CITY_REVIEW)
                : List.of(SchoolApplicationProcess.SCHOOL_SIGN_OFF);
    }

    @Override
    public Map<String, Object> putBack(InboxTask open, String step, Actor actor, Instant at) {
        var number = numberOf(open);
        if (step.equals(SchoolApplicationProcess.CITY_REVIEW)) {
            decisions.backToCity(number, at);
            return Map.of();
        }
        return backToSchool(number, open.key(), correctionDue(number, at), at);
    }

    @Override
    public Optional<FieldProblem> whyItStands(InboxTask done) {
        var number = numberOf(done);
        return switch (done.key() + ":" + done.outcome().orElse("")) {
            case "schoolSignOff:signedOff" ->
                unless(applications.get(number).status().isUnderReview(), "goneOn");
            case "cityReview:recommended" ->
                unless(applications.get(number).status() == ApplicationStatus.FORMAL_CHECK, "listed")
                        .or(() -> unless(!isCompetitive(number), "listed"));
            case "formalCheck:approved" ->
                unless(applications.get(number).status() == ApplicationStatus.SELECTION, "told")
                        .or(() -> unless(!isSelectionUnderWay(done), "goneOn"));
            default -> unless(false, "told");
        };
    }

    @Override
    public Map<String, Object> takeBack(InboxTask done, Actor actor, Instant at) {
        var number = numberOf(done);
        switch (done.key()) {
            case SchoolApplicationProcess.CITY_REVIEW -> {
                reviews.withdraw(number, ReviewStep.CITY_REVIEW, at);
                decisions.backToCity(number, at);
            }
            case SchoolApplicationProcess.FORMAL_CHECK -> {
                reviews.withdraw(number, ReviewStep.FORMAL_CHECK, at);
                decisions.backToFormalCheck(number, at);
            }
            default -> {
                reviews.withdraw(number, ReviewStep.SCHOOL_SIGN_OFF, at);
                String reviewedAt = applications.get(number).status() == ApplicationStatus.CITY_REVIEW
                        ? SchoolApplicationProcess.CITY_REVIEW
                        : SchoolApplicationProcess.FORMAL_CHECK;
                return backToSchool(number, reviewedAt, correctionDue(number, at), at);
            }
        }
        return Map.of();
    }

    @Override
    public Optional<String> waitsAt(InboxTask done) {
        return done.outcome().filter(APPROVED::equals).map(outcome -> SchoolApplicationProcess.AWAIT_SELECTION);
    }

    /** It comes back to whoever had it: as after a correction, and within the same time. */
    private Map<String, Object> backToSchool(ApplicationNumber number, String from, Instant due, Instant at) {
        decisions.backToSchool(number, due, at);
        return Map.of(
                SchoolApplicationProcess.RETURNED_BY,
                from.equals(SchoolApplicationProcess.CITY_REVIEW) ? "city" : "province");
    }

    private Instant correctionDue(ApplicationNumber number, Instant at) {
        ProjectApplication application = applications.get(number);
        var round = rounds.byCode(application.roundCode()).orElseThrow();
        return deadlines.due(round, application.programmeCode(), Step.CORRECTION, at);
    }

    private boolean wasReviewedByCity(InboxTask open) {
        return tasks.ever(open.businessKey()).stream()
                .anyMatch(task -> task.key().equals(SchoolApplicationProcess.CITY_REVIEW)
                        && task.state() == InboxTask.State.DONE);
    }

    private boolean isSelectionUnderWay(InboxTask done) {
        return tasks.ever(done.occasion()).stream()
                .anyMatch(task -> task.key().equals(FINISH_FORMAL_CHECK) && task.state() == InboxTask.State.DONE);
    }

    private boolean isCompetitive(ApplicationNumber number) {
        var application = applications.get(number);
        return rounds.byCode(application.roundCode())
                .flatMap(round -> round.programme(application.programmeCode()))
                .filter(RoundProgramme::competitive)
                .isPresent();
    }

    private static Optional<FieldProblem> unless(boolean fits, String code) {
        return fits ? Optional.empty() : Optional.of(FieldProblem.of("", "", "review.problem.stands." + code));
    }

    private static ApplicationNumber numberOf(InboxTask task) {
        return new ApplicationNumber(task.businessKey());
    }
}
