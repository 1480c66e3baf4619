package org.chuyi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.application.ApplicationStatus.FORMAL_CHECK;
import static org.chuyi.application.ApplicationStatus.NOT_RECOMMENDED;
import static org.chuyi.application.ApplicationStatus.RECOMMENDATION;
import static org.chuyi.application.ApplicationStatus.RETURNED;
import static org.chuyi.application.ApplicationStatus.WITHDRAWN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Reader;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.programme.RoundCode;
import org.chuyi.testing.Statements;
import org.chuyi.workflow.Completion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every path of recommendation.bpmn, called by its round, with the real delegates. */
class RecommendationProcessTest extends RecommendationScene {

    @Autowired
    RuntimeService engine;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService jobs;

    @Autowired
    ShownDecisions decisions;

    @Autowired
    Recommendations recommendations;

    @Autowired
    RecommendationRelease release;

    @Autowired
    RoundFormalCheck formalCheck;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theListedGoOnToTheProvinceAndTheOthersLearnThatTheyWereNotListed() {
        var first = agreed(SECONDARY);
        var second = agreed(SECONDARY);
        windowCloses();
        listed(second);

        sealed();
        assertThat(statusOf(second)).isEqualTo(RECOMMENDATION);
        answered("accepted", "");
        assertThat(List.of(statusOf(first), statusOf(second))).containsOnly(RECOMMENDATION);
        runJobs();

        assertThat(statusOf(second)).isEqualTo(FORMAL_CHECK);
        assertThat(walk.hasTask(second, officer)).isTrue();
        assertThat(statusOf(first)).isEqualTo(NOT_RECOMMENDED);
        assertThat(decisions.of(first, Reader.SCHOOL).get(2))
                .extracting(ShownDecision::decision, ShownDecision::opinion, ShownDecision::person)
                .containsExactly("notListed", "未列入推荐名单", java.util.Optional.empty());
        assertThat(told("applicationNotRecommended", first)).isEqualTo(2);
        assertEnded("recommendationDone");
        assertThat(waitingAt(round.code().value())).containsExactly("finishFormalCheck");
    }

    @Test
    void aReturnedListIsRankedAndSealedAgain() {
        var first = agreed(SECONDARY);
        var second = agreed(SECONDARY);
        windowCloses();
        listed(first);
        sealed();
        assertThat(place(reviewer, first, false, 1)).isEqualTo(new Placing.Sealed());
        assertThat(complete(officer, list(reviewer).toString(), Map.of("decision", "returned")))
                .isInstanceOf(Completion.Rejected.class);

        answered("returned", "排序与集体研究的记录不一致");

        assertThat(view(reviewer).list().isReturned()).isTrue();
        assertThat(view(reviewer).list().returnReason()).isEqualTo("排序与集体研究的记录不一致");
        assertThat(toldBody("recommendationReturned")).isEqualTo(1);
        assertThat(reading.find(list(reviewer), officer)).isEmpty();
        assertThat(place(reviewer, first, false, 1)).isInstanceOf(Placing.Placed.class);
        listed(second);
        sealed();
        answered("accepted", "");
        runJobs();
        assertThat(statusOf(first)).isEqualTo(NOT_RECOMMENDED);
        assertThat(statusOf(second)).isEqualTo(FORMAL_CHECK);
        assertEnded("recommendationDone");
    }

    @Test
    void theBodyIsRemindedOfItsListAndTheProvinceToldThatItIsLateOnce() {
        agreed(SECONDARY);
        windowCloses();
        var task = inbox.openTaskOf(list(reviewer).toString(), reviewer).orElseThrow();
        var due = task.dueAt().orElseThrow();
        String link = "/tasks/" + task.id();

        clock.moveTo(due.minusSeconds(1));
        assertThat(toldAt(reviewer, link)).containsExactly("taskReminder");
        clock.moveTo(due);
        clock.moveTo(due.plus(java.time.Duration.ofDays(5)));

        assertThat(toldAt(reviewer, link)).containsExactly("taskReminder", "taskOverdue");
        assertThat(toldAt(officer, "/recommendations/" + list(reviewer))).containsExactly("taskOverdueReport");
        assertThat(toldAt(labourReviewer, link)).isEmpty();
        assertThat(inbox.openTaskOf(list(reviewer).toString(), reviewer)
                        .orElseThrow()
                        .overdueAt())
                .contains(due);
    }

    private List<String> toldAt(org.chuyi.organisation.Actor reader, String link) {
        return jdbc.sql("select template from message where account_id = :id and link = :link order by id")
                .param("id", reader.account().value())
                .param("link", link)
                .query(String.class)
                .list();
    }

    @Test
    void aListOnWhichNothingIsListedEndsAllOfIt() {
        var number = agreed(SECONDARY);
        windowCloses();

        sealed();
        answered("accepted", "");
        runJobs();

        assertThat(statusOf(number)).isEqualTo(NOT_RECOMMENDED);
        assertEnded("recommendationDone");
    }

    @Test
    void aListBeginsWithOneStatementHoweverManyAreOnIt() throws Exception {
        var first = agreed(SECONDARY);
        var second = agreed(SECONDARY);
        var other = agreed(CULTURE);

        var statements = Statements.during(() -> transaction.execute(open -> {
            recommendations.open(list(reviewer));
            return null;
        }));

        assertThat(statements)
                .filteredOn(statement -> statement.contains("insert into recommendation ("))
                .hasSize(1);
        assertThat(order(reviewer, SECONDARY)).containsExactly("|", first.value(), second.value());
        assertThat(order(reviewer, CULTURE)).containsExactly("|", other.value());
        windowCloses();
        assertThat(order(reviewer, SECONDARY)).containsExactly("|", first.value(), second.value());
    }

    @Test
    void anInterruptedReleaseGoesOnWithTheRestAndTellsNobodyTwice() {
        var school = school("SECONDARY_SCHOOL");
        var clerk = people.in(school, Role.APPLICANT);
        var leader = people.in(school, Role.SCHOOL_LEADER);
        List<ApplicationNumber> numbers = new ArrayList<>();
        for (int at = 0; at <= RecommendationRelease.BATCH; at++) {
            numbers.add(filed(clerk, leader, SECONDARY));
            agree(numbers.get(at), reviewer);
        }
        windowCloses();
        listed(numbers.get(RecommendationRelease.BATCH));
        sealed();
        answered("accepted", "");

        transaction.executeWithoutResult(broken -> {
            assertThat(release.releaseBatch(list(reviewer))).isEqualTo("some");
            broken.setRollbackOnly();
        });
        assertThat(numbers).allSatisfy(number -> assertThat(statusOf(number)).isEqualTo(RECOMMENDATION));
        runOneJob();
        assertThat(numbers.stream().filter(number -> statusOf(number) == NOT_RECOMMENDED))
                .hasSize(RecommendationRelease.BATCH);
        assertThat(statusOf(numbers.get(RecommendationRelease.BATCH))).isEqualTo(RECOMMENDATION);
        assertThat(waitingAt(list(reviewer).toString())).containsExactly("releaseRecommendations");
        runOneJob();

        assertThat(statusOf(numbers.get(RecommendationRelease.BATCH))).isEqualTo(FORMAL_CHECK);
        assertThat(waitingAt(list(reviewer).toString()))
                .as("The end, at which lists may meet, is a step of its own and undoes no batch")
                .containsExactly("recommendationDone");
        runOneJob();
        assertEnded("recommendationDone");
        assertThat(transaction.<String>execute(again -> release.releaseBatch(list(reviewer))))
                .isEqualTo("none");
        assertThat(told("applicationNotRecommended", numbers.get(0))).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from review_decision where number = :number and decision = 'notListed'")
                        .param("number", numbers.get(0).value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aListCannotBeSealedWhileOneOfItsReviewsIsOpenAndSaysWhich() {
        agreed(SECONDARY);
        var open = filed(school("SECONDARY_SCHOOL"), SECONDARY);
        windowCloses();

        assertThat(codes(seal(reviewer))).containsExactly("review.recommendation.problem.undecided");
        assertThat(((Completion.Rejected) seal(reviewer))
                        .problems()
                        .get(0)
                        .arguments()
                        .get(1)
                        .toString())
                .contains(open.value());
        walk.done(
                open,
                reviewer,
                Map.of(
                        "decision",
                        "returned",
                        "opinion",
                        "请补充。",
                        "corrections",
                        List.of(Map.of("place", "概况", "requirement", "补充数据"))));
        assertThat(statusOf(open)).isEqualTo(RETURNED);
        assertThat(view(reviewer).undecided())
                .extracting(UndecidedApplication::number, UndecidedApplication::inCorrection)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(open, true));
        assertThat(codes(seal(reviewer))).containsExactly("review.recommendation.problem.undecided");

        withdraw(open);
        sealed();
    }

    @Test
    void whatTheCityAgreesToAfterTheWindowComesLast() {
        var first = agreed(SECONDARY);
        var late = filed(school("SECONDARY_SCHOOL"), SECONDARY);
        windowCloses();
        assertThat(order(reviewer, SECONDARY)).containsExactly("|", first.value());

        agree(late, reviewer);

        assertThat(order(reviewer, SECONDARY)).containsExactly("|", first.value(), late.value());
    }

    @Test
    void exactlyOneOfEachCityWhereTheProgrammeWantsIt() {
        var first = agreed(PER_CITY);
        var second = agreed(PER_CITY);
        windowCloses();

        assertThat(codes(seal(reviewer))).containsExactly("review.recommendation.problem.exactly");
        listed(first);
        assertThat(place(reviewer, second, true, 1)).isInstanceOf(Placing.NoPlaceLeft.class);
        sealed();
    }

    @Test
    void aWithdrawnApplicationLeavesItsListClosesTheGapAndGivesItsPlaceBack() {
        var first = agreed(SECONDARY);
        var second = agreed(SECONDARY);
        var third = agreed(SECONDARY);
        windowCloses();
        listed(first);

        withdraw(first);

        assertThat(order(reviewer, SECONDARY)).containsExactly("|", second.value(), third.value());
        assertThat(taken(SECONDARY)).isZero();
        listed(third);
        sealed();
        withdraw(third);
        assertThat(statusOf(third)).isEqualTo(WITHDRAWN);
        assertThat(order(reviewer, SECONDARY)).containsExactly("|", second.value());
        assertThat(taken(SECONDARY)).isZero();
        answered("accepted", "");
        runJobs();
        assertThat(statusOf(second)).isEqualTo(NOT_RECOMMENDED);
    }

    @Test
    void eachBodyThatHasSomethingToRankHasAListAndNoOther() {
        var city = agreed(CULTURE);
        var labour = filed(school("TECHNICIAN_COLLEGE"), CULTURE);
        agree(labour, labourReviewer);
        windowCloses();

        assertThat(reading.of(round.code(), officer))
                .extracting(RecommendationOverview::key, RecommendationOverview::candidates)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(list(reviewer), 1),
                        org.assertj.core.groups.Tuple.tuple(list(labourReviewer), 1));
        assertThat(order(reviewer, CULTURE)).containsExactly("|", city.value());
        assertThat(order(labourReviewer, CULTURE)).containsExactly("|", labour.value());
        assertThat(toldBody("recommendationOpened")).isEqualTo(1);
    }

    @Test
    void theFormalCheckIsNotFinishedWhileSomethingThatCompetesIsUnderWay() {
        var number = agreed(SECONDARY);
        windowCloses();
        listed(number);
        sealed();
        answered("accepted", "");
        runJobs();

        var refused = (Completion.Rejected) complete(officer, round.code().value(), Map.of("confirmed", true));
        assertThat(refused.problems().get(0).code()).isEqualTo("review.problem.formalCheckOpen");
        assertThat(refused.problems().get(0).arguments()).containsExactly(1, number.value());

        walk.done(number, officer, Map.of("decision", "approved", "opinion", "材料齐全。"));
        assertThat(transaction.<List<?>>execute(
                        open -> formalCheck.finish(new RoundCode(round.code().value()))))
                .isEmpty();
    }

    private void runJobs() {
        clock.moveBy(Duration.ofMinutes(1));
    }

    private void runOneJob() {
        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(instance(list(reviewer).toString()))
                .singleResult()
                .getId());
    }

    private List<String> waitingAt(String businessKey) {
        return engine.getActiveActivityIds(instance(businessKey)).stream().toList();
    }

    private String instance(String businessKey) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .singleResult()
                .getId();
    }

    private void assertEnded(String end) {
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance(list(reviewer).toString()))
                        .singleResult()
                        .getEndActivityId())
                .isEqualTo(end);
    }

    /** The school's clerk and leader. */
    private int told(String template, ApplicationNumber number) {
        return jdbc.sql("select count(*) from message where template = :template and arguments ->> 'number' = :number")
                .param("template", template)
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private int toldBody(String template) {
        return told(template, reviewer);
    }

    private int told(String template, Actor reader) {
        return jdbc.sql("select count(*) from message where template = :template and account_id = :account")
                .param("template", template)
                .param("account", reader.account().value())
                .query(Integer.class)
                .single();
    }
}
