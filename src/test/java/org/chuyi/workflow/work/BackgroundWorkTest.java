package org.chuyi.workflow.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.testing.CountedWork;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Work of seven items in four slices, through the engine's own jobs. */
@IntegrationTest
class BackgroundWorkTest {

    @Autowired
    BackgroundWorks works;

    @Autowired
    WorkRunner runner;

    @Autowired
    CountedWork counted;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    RuntimeService engine;

    @Autowired
    ManagementService jobs;

    @Autowired
    HistoryService history;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc mvc;

    Actor officer;

    @BeforeEach
    void somebodyWhoAsks() {
        clock.set(MovableClock.START);
        counted.prepare();
        officer = people.provincialOfficer();
    }

    @AfterEach
    void nothingBroken() {
        counted.repair();
        clock.set(MovableClock.START);
    }

    @Test
    void advancesSliceBySliceAndTellsWhoAskedOnce() {
        long id = asked(7);
        assertThat(seen(id).state()).isEqualTo("WAITING");

        jobs.executeJob(job(id).getId());
        assertThat(List.of(seen(id).state(), seen(id).done(), seen(id).total(), seen(id).percent()))
                .containsExactly("RUNNING", 2, 7, 28);
        jobs.executeJob(job(id).getId());
        jobs.executeJob(job(id).getId());
        assertThat(messages(officer)).isEmpty();
        jobs.executeJob(job(id).getId());

        assertThat(List.of(seen(id).state(), seen(id).done(), seen(id).total(), seen(id).percent()))
                .containsExactly("FINISHED", 7, 7, 100);
        assertThat(counted.itemsOf(id)).containsExactlyElementsOf(upTo(7));
        assertThat(messages(officer)).containsExactly("workFinished /work/" + id);
    }

    @Test
    void whatWasStoppedInASliceGoesOnFromTheLastOneDoneAndDoesNothingTwice() {
        long id = asked(7);
        jobs.executeJob(job(id).getId());
        counted.breakAt(3);
        attempt(id);

        assertThat(List.of(seen(id).state(), seen(id).done())).containsExactly("RUNNING", 2);
        assertThat(counted.itemsOf(id)).containsExactly(0, 1);

        counted.repair();
        clock.moveTo(job(id).getDuedate().toInstant());
        clock.moveBy(Duration.ZERO);

        assertThat(seen(id).state()).isEqualTo("FINISHED");
        assertThat(counted.itemsOf(id)).containsExactlyElementsOf(upTo(7));
    }

    @Test
    void usedUpAttemptsAreAnIncidentThatTheAdministratorRetries() {
        long id = asked(7);
        counted.breakAt(2);
        jobs.executeJob(job(id).getId());
        while (job(id).getRetries() > 0) {
            attempt(id);
        }

        assertThat(seen(id).state()).isEqualTo("STUCK");
        assertThat(messages(officer)).isEmpty();

        counted.repair();
        jobs.setJobRetries(job(id).getId(), 1);
        jobs.executeJob(job(id).getId());
        clock.moveBy(Duration.ZERO);

        assertThat(seen(id).state()).isEqualTo("FINISHED");
        assertThat(counted.itemsOf(id)).containsExactlyElementsOf(upTo(7));
    }

    @Test
    void twoNodesAtOnceDoEachItemOnce() throws Exception {
        long id = asked(40);
        Callable<Void> node = () -> {
            while (!runSlice(id).equals("file")) {
                Thread.onSpinWait();
            }
            return null;
        };
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> done : nodes.invokeAll(List.of(node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }

        assertThat(counted.itemsOf(id)).containsExactlyElementsOf(upTo(40));
        assertThat(seen(id).done()).isEqualTo(40);
        assertThat(messages(officer)).containsExactly("workFinished /work/" + id);
        clock.moveBy(Duration.ZERO);
        assertThat(counted.itemsOf(id)).hasSize(40);
    }

    @Test
    void whoPressesTwiceAsksOnceAndMayAskAgainWhenItIsOver() {
        long first = asked(7);

        assertThat(asked(7)).isEqualTo(first);
        assertThat(asked(8)).isNotEqualTo(first);
        clock.moveBy(Duration.ZERO);
        assertThat(asked(7)).isNotEqualTo(first);
    }

    @Test
    void itIsOfWhoAskedAlone() throws Exception {
        Actor colleague = people.provincialOfficer();
        long id = asked(3);
        clock.moveBy(Duration.ZERO);

        mvc.perform(get("/work/" + id).with(People.as(officer))).andExpect(status().isOk());
        mvc.perform(get("/work").with(People.as(officer)))
                .andExpect(content().string(containsString("/work/" + id + "\"")));
        mvc.perform(get("/api/v1/work/" + id).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"state\":\"FINISHED\"")));
        for (String path : List.of("/work/" + id, "/api/v1/work/" + id)) {
            mvc.perform(get(path).with(People.as(colleague))).andExpect(status().isNotFound());
        }
        mvc.perform(post("/work/" + id + "/file").with(csrf()).with(People.as(colleague)))
                .andExpect(status().isNotFound());
        assertThat(works.of(colleague)).isEmpty();
        assertThat(recorded(id)).containsExactly("work.requested");
    }

    @Test
    void theResultIsKeptForSevenDaysAndEachFetchStandsInTheRecord() throws Exception {
        long id = asked(3);
        clock.moveBy(Duration.ZERO);

        mvc.perform(post("/work/" + id + "/file").with(csrf()).with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content().bytes("完成".getBytes()));
        assertThat(recorded(id)).containsExactly("work.requested", "work.fetched");

        clock.moveTo(MovableClock.START.plus(Duration.ofDays(7)).minusSeconds(1));
        assertThat(works.fetch(id, officer)).isPresent();
        clock.moveTo(MovableClock.START.plus(Duration.ofDays(7)));
        assertThat(works.fetch(id, officer)).isEmpty();
        assertThat(jdbc.sql("select content is null from background_work_file where work_id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(seen(id).file()).isPresent();
        assertThat(endOf(id)).isEqualTo("workFileDiscarded");
    }

    @Test
    void whoLostHerPostGetsNothingAnyMore() {
        long id = asked(7);
        jobs.executeJob(job(id).getId());
        accounts.revoke(
                officer.account(),
                new Post(officer.organisation(), Role.PROVINCIAL_OFFICER),
                people.provincialOfficer());
        clock.moveBy(Duration.ZERO);

        assertThat(jdbc.sql("select state || ' ' || message from background_work where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED workflow.work.problem.noPost");
        assertThat(counted.itemsOf(id)).containsExactly(0, 1);
        assertThat(endOf(id)).isEqualTo("workEnded");
    }

    private long asked(int items) {
        return works.request(CountedWork.KIND, CountedWork.items(items), officer, Locale.SIMPLIFIED_CHINESE);
    }

    private String runSlice(long id) {
        return new TransactionTemplate(transactions).execute(open -> runner.slice(id));
    }

    private WorkView seen(long id) {
        return works.find(id, officer).orElseThrow();
    }

    private Job job(long id) {
        return jobs.createJobQuery()
                .processInstanceId(engine.createProcessInstanceQuery()
                        .processInstanceBusinessKey(Long.toString(id), BackgroundWorkProcess.KEY)
                        .singleResult()
                        .getId())
                .singleResult();
    }

    private void attempt(long id) {
        try {
            jobs.executeJob(job(id).getId());
        } catch (RuntimeException broken) {
            // Counted by the engine.
        }
    }

    private List<String> messages(Actor reader) {
        return jdbc.sql("select template || ' ' || link from message where account_id = :id order by id")
                .param("id", reader.account().value())
                .query(String.class)
                .list();
    }

    private List<String> recorded(long id) {
        return jdbc.sql("select action from audit_line where subject_kind = 'work' and subject = :id order by number")
                .param("id", Long.toString(id))
                .query(String.class)
                .list();
    }

    private String endOf(long id) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(BackgroundWorkProcess.KEY)
                .processInstanceBusinessKey(Long.toString(id))
                .singleResult()
                .getEndActivityId();
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
