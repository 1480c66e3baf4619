package org.chuyi.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SignedIn;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.ProcessState;
import org.chuyi.workflow.ProcessWatch;
import org.chuyi.workflow.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class ProcessesPageTest {

    @Autowired
    MockMvc portal;

    @Autowired
    ProcessWatch watch;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    People people;

    @Autowired
    Walk walk;

    @Autowired
    TestRounds rounds;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor administrator;
    String instance;

    @BeforeEach
    void aDeliveryThatCannotSucceed() {
        clock.set(MovableClock.START);
        administrator =
                people.in(people.organisation(Department.EDUCATION.organisationName()), Role.SYSTEM_ADMINISTRATOR);
        instance = runtime.startProcessInstanceByKey("mailDelivery", "no-mail-" + UUID.randomUUID())
                .getId();
    }

    @AfterEach
    void removeIt() {
        runtime.deleteProcessInstance(instance, "test");
    }

    @Test
    void aFailureIsRetriedByItselfThenStandsAsIncidentAndIsRetriedByTheAdministrator() throws Exception {
        failOnce();
        assertThat(watch.now().retrying())
                .filteredOn(failure -> failure.processInstanceId().equals(instance))
                .extracting(ProcessState.Failure::activity)
                .containsExactly("投递邮件");
        failForGood(instance);

        var incident = incident();
        assertThat(incident.canRetry()).isTrue();
        assertThat(text(send(administrator, get("/administration/processes"))))
                .contains("投递邮件", incident.businessKey().orElseThrow(), "#/process-instance/" + instance + "/runtime");

        var answer = send(administrator, post("/administration/processes/incidents/" + incident.id() + "/retry"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/administration/processes");
        assertThat(job().getRetries()).isEqualTo(3);
        assertThat(job().getDuedate().toInstant()).isEqualTo(clock.instant());
        assertThat(watch.now().incidents())
                .noneMatch(failure -> failure.processInstanceId().equals(instance));
        assertThat(jdbc.sql("select count(*) from audit_line where action = 'process.retried' and subject = :instance")
                        .param("instance", instance)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(watch.retry(incident.id())).isEqualTo(ProcessWatch.Retry.NOT_NEEDED);
    }

    @Test
    void allFailuresGetNewAttemptsWithOnePress() throws Exception {
        var another = runtime.startProcessInstanceByKey("mailDelivery", "no-mail-" + UUID.randomUUID())
                .getId();
        try {
            failForGood(instance);
            failForGood(another);
            assertThat(text(send(administrator, get("/administration/processes"))))
                    .contains("全部重试");

            var answer = send(administrator, post("/administration/processes/incidents/retry"));

            assertThat(answer.getRedirectedUrl()).isEqualTo("/administration/processes");
            for (String each : List.of(instance, another)) {
                assertThat(job(each).getRetries()).isEqualTo(3);
                assertThat(job(each).getDuedate().toInstant()).isEqualTo(clock.instant());
                assertThat(jdbc.sql(
                                        "select count(*) from audit_line where action = 'process.retried' and subject = :instance")
                                .param("instance", each)
                                .query(Integer.class)
                                .single())
                        .isEqualTo(1);
            }
            assertThat(watch.retryAll()).isZero();
        } finally {
            runtime.deleteProcessInstance(another, "test");
        }
    }

    @Test
    void workOfTheEnginesOwnIsRetriedWithTheOthers() {
        watch.retryAll();
        var cleanup = history.cleanUpHistoryAsync(true).getId();
        management.setJobRetries(cleanup, 0);
        failForGood(instance);

        assertThat(watch.retryAll()).isEqualTo(2);

        assertThat(management.createJobQuery().jobId(cleanup).singleResult().getRetries())
                .isEqualTo(3);
        assertThat(job().getRetries()).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from audit_line where action = 'process.retried' and subject = :job")
                        .param("job", cleanup)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onlyTheSystemAdministratorWatchesAndRetries() throws Exception {
        failForGood(instance);
        var incident = incident();
        for (var stranger : List.of(
                people.cityReviewer(LOUDI),
                people.provincialOfficer(),
                people.in(people.organisation(Department.EDUCATION.organisationName()), Role.AUDITOR))) {
            var page = send(stranger, get("/administration/processes"));
            assertThat(page.getStatus()).isEqualTo(403);
            assertThat(text(page)).doesNotContain(incident.message(), instance);
            for (String which : List.of(incident.id() + "/retry", "retry")) {
                assertThat(send(stranger, post("/administration/processes/incidents/" + which))
                                .getStatus())
                        .isEqualTo(403);
            }
        }
        assertThat(job().getRetries()).isZero();
    }

    @Test
    void aTaskThatIsLateStandsThereWithItsHolder() {
        var round = rounds.published(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31"));
        var number = new Submission(walk, people, round).by(OF_LOUDI);
        jdbc.sql(
                        "update inbox_task set due_at = cast(:due as timestamptz) where business_key = :key and state = 'OPEN'")
                .param("due", "2026-02-26T16:00:00Z")
                .param("key", number.value())
                .update();

        assertThat(watch.now().overdue())
                .filteredOn(late -> late.businessKey().equals(number.value()))
                .extracting(ProcessState.OverdueTask::holder, ProcessState.OverdueTask::workdays)
                .containsExactly(tuple("娄底市教育局", 3));
    }

    private ProcessState.Failure incident() {
        return watch.now().incidents().stream()
                .filter(failure -> failure.processInstanceId().equals(instance))
                .findFirst()
                .orElseThrow();
    }

    private Job job() {
        return job(instance);
    }

    private Job job(String of) {
        return management.createJobQuery().processInstanceId(of).singleResult();
    }

    private void failForGood(String of) {
        while (job(of).getRetries() > 0) {
            failOnce(of);
        }
    }

    private void failOnce() {
        failOnce(instance);
    }

    private void failOnce(String of) {
        try {
            management.executeJob(job(of).getId());
        } catch (RuntimeException asExpected) {
            assertThat(asExpected).hasStackTraceContaining("NumberFormatException");
        }
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return portal.perform(
                        request.with(authentication(CurrentActor.authentication(new SignedIn(actor, false, false))))
                                .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
