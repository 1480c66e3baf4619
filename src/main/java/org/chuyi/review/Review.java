package org.chuyi.review;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chuyi.application.ApplicationDecisions;
import org.chuyi.application.ApplicationDirectory;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Filing;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.programme.DeadlineRules;
import org.chuyi.programme.RoundProgramme;
import org.chuyi.programme.Rounds;
import org.chuyi.programme.Step;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskRejected;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The decisions of school, city and province; each with its line, its opinion and its consequence. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Review {

    private final Reviews reviews;
    private final Filing filing;
    private final ApplicationDecisions decisions;
    private final ApplicationDirectory applications;
    private final Recommendations recommendations;
    private final Rounds rounds;
    private final DeadlineRules deadlines;
    private final AuditTrail audit;

    Review(
            Reviews reviews,
            Filing filing,
            ApplicationDecisions decisions,
            ApplicationDirectory applications,
            Recommendations recommendations,
            Rounds rounds,
            DeadlineRules deadlines,
            AuditTrail audit) {
        this.reviews = reviews;
        this.filing = filing;
        this.decisions = decisions;
        this.applications = applications;
        this.recommendations = recommendations;
        this.rounds = rounds;
        this.deadlines = deadlines;
        this.audit = audit;
    }

    /** 同意报送: the version is frozen and leaves the school. */
    public void signOff(CompletedTask task) {
        var number = numberOf(task);
        filing.signOff(number, task.actor(), task.at());
        note(task, ReviewStep.SCHOOL_SIGN_OFF);
        int version = applications.get(number).currentVersion();
        if (version > 1) {
            reviews.answered(number, version);
        }
    }

    /** 退回经办人. */
    public void sendBackToApplicant(CompletedTask task) {
        note(task, ReviewStep.SCHOOL_SIGN_OFF);
        filing.sendBack(
                numberOf(task),
                FieldProblem.of(
                        "", "", "review.problem.leaderSentBack", task.actor().name(), task.text("opinion")),
                task.at());
    }

    /** 退回修改: with the list of what to correct, and until when. */
    public void returnForCorrection(CompletedTask task, ReviewStep step) {
        var number = numberOf(task);
        var application = applications.get(number);
        var round = rounds.byCode(application.roundCode()).orElseThrow();
        var due = deadlines.due(round, application.programmeCode(), Step.CORRECTION, task.at());
        long decision = note(task, step);
        reviews.ask(number, decision, application.currentVersion(), corrections(task), task.at(), due);
        decisions.returnForCorrection(number, due, task.at());
    }

    /** 推荐: goes on to the province, or waits for the ranked list where a contest decides. */
    public void recommend(CompletedTask task) {
        note(task, ReviewStep.CITY_REVIEW);
        if (isCompetitive(numberOf(task))) {
            decisions.awaitRecommendation(numberOf(task), task.at());
            enterList(task);
        }
    }

    private void enterList(CompletedTask task) {
        var application = applications.get(numberOf(task));
        recommendations
                .enter(
                        application.number(),
                        application.roundCode(),
                        application.programmeCode(),
                        new Recommendations.Entry(
                                task.actor().organisation(),
                                application.school(),
                                task.actor().name()))
                .ifPresent(problem -> {
                    throw new TaskRejected(List.of(problem));
                });
    }

    /** 不予推荐. */
    public void notRecommend(CompletedTask task) {
        note(task, ReviewStep.CITY_REVIEW);
        decisions.notRecommend(numberOf(task), task.at());
    }

    /** 批准; where a contest decides, 通过形式审查 and no more. */
    public void approve(CompletedTask task) {
        note(task, ReviewStep.FORMAL_CHECK);
        if (isCompetitive(numberOf(task))) {
            decisions.enterSelection(numberOf(task), task.at());
        } else {
            decisions.approve(numberOf(task), task.at());
        }
    }

    /** 不予批准. */
    public void refuse(CompletedTask task) {
        note(task, ReviewStep.FORMAL_CHECK);
        decisions.refuse(numberOf(task), task.at());
    }

    private boolean isCompetitive(ApplicationNumber number) {
        var application = applications.get(number);
        return rounds.byCode(application.roundCode())
                .flatMap(round -> round.programme(application.programmeCode()))
                .filter(RoundProgramme::competitive)
                .isPresent();
    }

    private long note(CompletedTask task, ReviewStep step) {
        var number = numberOf(task);
        int version = applications.hold(number).currentVersion();
        String decision = task.text("decision");
        audit.record(AuditEntry.of(
                "review.decided",
                "application",
                number.value(),
                Map.of("step", step.name(), "decision", decision, "version", version)));
        return reviews.add(
                number, version, step, decision, task.text("opinion"), Reviews.Decider.of(task.actor()), task.at());
    }

    private static ApplicationNumber numberOf(CompletedTask task) {
        return new ApplicationNumber(task.businessKey());
    }

    private static List<CorrectionRequest.Item> corrections(CompletedTask task) {
        return task.answers().get("corrections") instanceof List<?> rows
                ? rows.stream()
                        .map(row -> (Map<?, ?>) row)
                        .map(row -> new CorrectionRequest.Item(
                                Objects.toString(row.get("place"), ""), Objects.toString(row.get("requirement"), "")))
                        .toList()
                : List.of();
    }
}
