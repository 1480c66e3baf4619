package org.chuyi.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.chuyi.application.ApplicationNumber;
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
import org.chuyi.workflow.InstanceWatch;
import org.chuyi.workflow.ModelState;
import org.chuyi.workflow.ModelWatch;
import org.chuyi.workflow.ProcessWatch;
import org.chuyi.workflow.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class ProcessModelPageTest {

    private static final String PROCESSES = "/administration/processes";

    @Autowired
    MockMvc portal;

    @Autowired
    ModelWatch models;

    @Autowired
    InstanceWatch instances;

    @Autowired
    ProcessWatch watch;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

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

    @Autowired
    ObjectMapper json;

    Actor administrator;

    @BeforeEach
    void anAdministrator() {
        clock.set(MovableClock.START);
        administrator =
                people.in(people.organisation(Department.EDUCATION.organisationName()), Role.SYSTEM_ADMINISTRATOR);
        jdbc.sql("update inbox_task set due_at = null where task_key = 'cityReview' and state = 'OPEN'")
                .update();
    }

    @Test
    void eachStepCountsWhatIsThereWhatIsLateAndHowLongItTook() {
        var before = step("cityReview");
        var late = withTheCity();
        var inTime = withTheCity();
        letBeLate(late);
        var after = step("cityReview");

        assertThat(after.running()).isEqualTo(before.running() + 2);
        assertThat(after.overdue()).isEqualTo(before.overdue() + 1);
        assertThat(waiting("cityReview"))
                .filteredOn(each -> List.of(late.value(), inTime.value())
                        .contains(each.businessKey().orElseThrow()))
                .extracting(
                        each -> each.businessKey().orElseThrow(),
                        each -> each.holder().orElseThrow(),
                        ModelState.Waiting::overdue)
                .containsExactly(tuple(late.value(), "娄底市教育局", true), tuple(inTime.value(), "娄底市教育局", false));

        walk.done(inTime, people.cityReviewer(LOUDI), Submission.recommending());

        jdbc.sql(
                        "update inbox_task set created_at = completed_at - interval '26 hours' where task_key = 'cityReview' and state = 'DONE'")
                .update();

        assertThat(step("cityReview").done()).isEqualTo(after.done() + 1);
        assertThat(step("cityReview").meanDuration()).contains(Duration.ofHours(26));
        assertThat(step("cityReview").running()).isEqualTo(after.running() - 1);
    }

    @Test
    void thePageDrawsTheFiguresAndListsWhoIsAtTheStep() throws Exception {
        var number = withTheCity();
        letBeLate(number);

        var page = text(send(administrator, get(PROCESSES + "/models/schoolApplication?step=cityReview")));
        var marks = marks("/models/schoolApplication/" + version() + "/state?step=cityReview");
        var model = text(send(administrator, get(PROCESSES + "/models/schoolApplication/" + version() + "/bpmn")));

        assertThat(page).contains("停留在“市州（主管部门）审核”的事项", number.value(), "平均办理时长");
        assertThat(model).contains("id=\"cityReview\"");
        var city = mark(marks, "cityReview");
        assertThat(city.get("chosen").booleanValue()).isTrue();
        assertThat(city.get("href").textValue())
                .isEqualTo(PROCESSES + "/models/schoolApplication?version=" + version() + "&step=cityReview#waiting");
        assertThat(city.get("badges").findValuesAsText("kind")).containsExactly("running", "overdue");
        assertThat(city.get("badges").get(0).get("figure").longValue())
                .isEqualTo(step("cityReview").running());
    }

    @Test
    void anInstanceIsSeenWithItsTokenItsWayItsTimersAndNoAnswers() throws Exception {
        var number = withTheCity();
        walk.done(number, people.cityReviewer(LOUDI), Submission.returning());
        var id = instanceOf(number);

        var page = text(send(administrator, get(PROCESSES + "/instances/" + id)));
        var marks = marks("/instances/" + id + "/state");

        assertThat(page)
                .contains(number.value(), "经过的环节", "截止时间到", "returnedBy", "#/process-instance/" + id + "/runtime");
        assertThat(page).doesNotContain("href=\"/applications/" + number.value() + "\"", "office@example.org");
        assertThat(mark(marks, "fillInApplication").get("state").textValue()).isEqualTo("active");
        assertThat(mark(marks, "cityReview").get("state").textValue()).isEqualTo("done");
        assertThat(instances.of(id).orElseThrow().jobs())
                .isNotEmpty()
                .allMatch(job -> job.timer() && job.dueAt().isPresent());
    }

    @Test
    void anEndedInstanceIsStillSeen() {
        var number = withTheCity();
        walk.done(number, people.cityReviewer(LOUDI), java.util.Map.of("decision", "refused", "opinion", "不符合条件。"));

        var ended = instances.of(instanceOf(number)).orElseThrow();

        assertThat(ended.isRunning()).isFalse();
        assertThat(ended.endState()).contains("不予推荐");
        assertThat(ended.variables()).isEmpty();
        assertThat(ended.jobs()).isEmpty();
    }

    @Test
    void twoWhoRetryAtOnceRetryOnce() throws Exception {
        var id = runtime.startProcessInstanceByKey("mailDelivery", "no-mail-" + UUID.randomUUID())
                .getId();
        try {
            var job = management.createJobQuery().processInstanceId(id).singleResult();
            management.setJobRetries(job.getId(), 0);
            var incident = instances.of(id).orElseThrow().incidents().get(0);
            Callable<ProcessWatch.Retry> wish = () -> watch.retry(incident.id());
            var pool = Executors.newFixedThreadPool(4);
            var answers = pool.invokeAll(List.of(wish, wish, wish, wish)).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception failed) {
                            throw new AssertionError(failed);
                        }
                    })
                    .toList();
            pool.shutdown();

            assertThat(answers)
                    .containsExactlyInAnyOrder(
                            ProcessWatch.Retry.STARTED,
                            ProcessWatch.Retry.NOT_NEEDED,
                            ProcessWatch.Retry.NOT_NEEDED,
                            ProcessWatch.Retry.NOT_NEEDED);
            assertThat(recorded(id)).isEqualTo(1);
            var again = send(
                    administrator,
                    post(PROCESSES + "/incidents/" + incident.id() + "/retry").param("instance", id));
            assertThat(again.getRedirectedUrl()).isEqualTo(PROCESSES + "/instances/" + id);
            assertThat(recorded(id)).isEqualTo(1);
        } finally {
            runtime.deleteProcessInstance(id, "test");
        }
    }

    @Test
    void nobodyElseLooks() throws Exception {
        var id = instanceOf(withTheCity());
        for (var stranger : List.of(
                people.cityReviewer(LOUDI),
                people.provincialOfficer(),
                people.in(people.organisation(Department.EDUCATION.organisationName()), Role.AUDITOR))) {
            for (var path : List.of(
                    "/models/schoolApplication",
                    "/models/schoolApplication/1/bpmn",
                    "/models/schoolApplication/1/state",
                    "/instances/" + id,
                    "/instances/" + id + "/state")) {
                assertThat(send(stranger, get(PROCESSES + path)).getStatus()).isEqualTo(403);
            }
        }
        assertThat(send(administrator, get(PROCESSES + "/models/nothing")).getStatus())
                .isEqualTo(404);
        assertThat(send(administrator, get(PROCESSES + "/models/schoolApplication?version=999"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(administrator, get(PROCESSES + "/instances/nothing")).getStatus())
                .isEqualTo(404);
    }

    private ApplicationNumber withTheCity() {
        var round = rounds.published(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-31"));
        return new Submission(walk, people, round).by(OF_LOUDI);
    }

    private void letBeLate(ApplicationNumber number) {
        jdbc.sql(
                        "update inbox_task set due_at = cast(:due as timestamptz) where business_key = :key and state = 'OPEN'")
                .param("due", "2026-02-26T16:00:00Z")
                .param("key", number.value())
                .update();
    }

    private int version() {
        return model().version().number();
    }

    private ModelState model() {
        return models.of("schoolApplication", Optional.empty()).orElseThrow();
    }

    private ModelState.Step step(String activity) {
        return model().step(activity).orElse(new ModelState.Step(activity, "", 0, 0, 0, 0, Optional.empty()));
    }

    private List<ModelState.Waiting> waiting(String activity) {
        return models.waitingAt(model().version(), activity);
    }

    private String instanceOf(ApplicationNumber number) {
        return jdbc.sql("select process_instance_id from inbox_case where business_key = :key")
                .param("key", number.value())
                .query(String.class)
                .single();
    }

    private int recorded(String instance) {
        return jdbc.sql("select count(*) from audit_line where action = 'process.retried' and subject = :instance")
                .param("instance", instance)
                .query(Integer.class)
                .single();
    }

    private JsonNode marks(String path) throws Exception {
        return json.readTree(text(send(administrator, get(PROCESSES + path)))).get("activities");
    }

    private static JsonNode mark(JsonNode marks, String activity) {
        return StreamSupport.stream(marks.spliterator(), false)
                .filter(mark -> mark.get("id").textValue().equals(activity))
                .findFirst()
                .orElseThrow();
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
