package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a case has been is known step by step, though most steps leave no row of their own. */
@IntegrationTest
class StepHistoryTest {

    @Autowired
    StepHistory steps;

    @Autowired
    ProcessPictures pictures;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    RuntimeService engine;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    Actor applicant;
    ApplicationNumber number;
    String instance;

    @BeforeEach
    void aCase() {
        applicant = people.applicantOf("浏阳市职业中专学校");
        number = walk.started(applicant, rounds.justOpened(), "culture-base");
        instance = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(number.value())
                .singleResult()
                .getId();
    }

    @Test
    void eachStepIsKnownInItsOrderAndTheCaseIsWhereItWaits() {
        assertThat(steps.of(instance).stream().map(StepHistory.Step::activityId))
                .containsExactly(
                        "applicationStarted", "toFiling", "filing", "filingStarted", "toFillIn", "fillInApplication");
        assertThat(steps.of(instance).stream()
                        .filter(step -> step.ended().isEmpty())
                        .map(StepHistory.Step::activityId))
                .containsExactly("filing", "fillInApplication");
    }

    @Test
    void whatIsPassedInOneTransactionIsOneRow() {
        assertThat(passed()).containsExactly(List.of("applicationStarted", "toFiling", "filingStarted", "toFillIn"));
        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(instance).list().stream()
                        .map(step -> step.getActivityId()))
                .containsExactlyInAnyOrder("filing", "fillInApplication");
    }

    @Test
    void thePictureShowsTheWayThatWasTakenAndNoOtherBetweenTheSameSteps() {
        var leader = people.leaderOf("浏阳市职业中专学校");
        walk.withMaterials(number, "culture-base", applicant);
        walk.done(number, applicant, walk.answers("culture-base", applicant));
        walk.done(number, leader, Map.of("decision", "sentBack", "opinion", "请补充"));
        walk.done(number, applicant, walk.answers("culture-base", applicant));
        walk.done(number, leader, Map.of("decision", "signedOff"));

        assertThat(pictures.of(number.value()).taken().stream().map(TakenFlow::flowId))
                .containsExactly(
                        "started",
                        "toFilingBegun",
                        "filingBegins",
                        "toFillInTask",
                        "filledIn",
                        "partnersNotNeeded",
                        "toValidationTask",
                        "valid",
                        "signOffGiven",
                        "sentBackToApplicant",
                        "signedOff",
                        "filed",
                        "submissionNotified",
                        "firstFiling",
                        "routed",
                        "departmentKnown",
                        "reviewedFirst",
                        "toCityReviewTask");
    }

    @Test
    void aCasesStepsGoWithItsHistory() {
        engine.deleteProcessInstance(instance, "test");
        history.deleteHistoricProcessInstance(instance);

        assertThat(passed()).isEmpty();
        assertThat(steps.of(instance)).isEmpty();
    }

    private List<List<String>> passed() {
        return jdbc.sql("select activities from passed_steps where process_instance_id = :id order by id")
                .param("id", instance)
                .query((row, line) -> List.of((String[]) row.getArray(1).getArray()))
                .list();
    }
}
