package org.chuyi.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.as;
import static org.chuyi.workflow.Submission.OF_LOUDI;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.organisation.Role;
import org.chuyi.testing.ApiCaller;
import org.chuyi.testing.People;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.Submission;
import org.chuyi.workflow.operation.DeskScene;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.DispatcherServlet;

/** 更多操作 on the task's page and by the API. */
class OperationsPageTest extends DeskScene {

    @LocalServerPort
    int port;

    @Autowired
    MockMvc portal;

    @Autowired
    ApiTokens tokens;

    @Test
    void theMenuHasADialogForEachOperationThatIsPossible() throws Exception {
        var page = text(send(reviewer, get("/tasks/" + task)));

        for (String operation : List.of("claim", "transfer", "delegate", "copy", "return", "add-signer-before")) {
            assertThat(page)
                    .contains("popovertarget=\"operation-" + operation + "\"")
                    .contains("/tasks/" + task + "/operations/" + operation + "\"");
        }
        assertThat(page)
                .contains("更多操作", colleague.name(), "校级审核")
                .doesNotContain("operations/release", "operations/urge", "operations/withdraw");
        assertThat(text(send(reviewer, get("/tasks/" + task + "?lang=en")))).contains("Transfer", "To whom");
    }

    @Test
    void aClaimedTaskSaysWhoseItIsAndHasNoForm() throws Exception {
        var answer = send(reviewer, post("/tasks/" + task + "/operations/claim"));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/tasks/" + task);

        assertThat(text(send(reviewer, get("/tasks/" + task))))
                .contains("已由您认领", "data-schema=\"/tasks/" + task + "/form\"");
        assertThat(text(send(colleague, get("/tasks/" + task))))
                .contains(reviewer.name() + " 已认领此事项，由其办理。")
                .doesNotContain("data-schema");
        assertThat(text(send(colleague, get("/inbox?q=" + number)))).contains(reviewer.name() + " 已认领");
        assertThat(text(send(people.provincialOfficer(), get("/applications/" + number + "?tab=record"))))
                .contains("认领", reviewer.name());
        assertThat(text(send(people.applicantOf(OF_LOUDI), get("/applications/" + number + "?tab=record"))))
                .doesNotContain("认领", reviewer.name());
    }

    @Test
    void aRefusalComesBackToThePage() throws Exception {
        var answer =
                send(reviewer, post("/tasks/" + task + "/operations/transfer").param("reason", "外出"));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/tasks/" + task);
        assertThat(walk.task(number, reviewer).isClaimed()).isFalse();
        assertThat(send(reviewer, post("/tasks/" + task + "/operations/nothing"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(send(people.cityReviewer(People.ZHUZHOU), post("/tasks/" + task + "/operations/claim"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aTaskWithAPageOfItsOwnHasTheMenuThere() throws Exception {
        var clerk = people.applicantOf(OF_LOUDI);
        var colleagueOfClerk = people.applicantOf(OF_LOUDI);
        var draft = walk.started(clerk, rounds.justOpened(), "culture-base");
        String own = "/applications/" + draft + "/form";
        String filling = walk.task(draft, clerk).id();

        assertThat(text(send(clerk, get(own))))
                .contains("popovertarget=\"operation-transfer\"", "/tasks/" + filling + "/operations/transfer\"");
        assertThat(send(clerk, post("/tasks/" + filling + "/operations/claim")).getRedirectedUrl())
                .isEqualTo("/tasks/" + filling);
        var said = Map.of("flash", "认领：已完成");
        portal.perform(get("/tasks/" + filling)
                        .with(as(clerk))
                        .requestAttr(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE, said))
                .andExpect(redirectedUrl(own))
                .andExpect(flash().attribute("flash", "认领：已完成"));
        assertThat(text(send(clerk, get(own))))
                .contains("/operations/unclaim\"")
                .doesNotContain("/operations/claim\"");
        assertThat(text(send(colleagueOfClerk, get("/tasks/" + filling)))).contains(clerk.name() + " 已认领此事项");
    }

    @Test
    void aColleaguesPartIsTheMiddleOfThePage() throws Exception {
        var lawyer = lawyer();
        send(
                reviewer,
                post("/tasks/" + task + "/operations/delegate")
                        .param("reason", "请看办学条件")
                        .param("to", id(lawyer)));
        String part = jdbc.sql("select task_id from inbox_task where helps_task_id = :task")
                .param("task", task)
                .query(String.class)
                .single();

        assertThat(text(send(lawyer, get("/tasks/" + part))))
                .contains("委派意见", "/operations/give-opinion", "/applications/" + number + "/panel", "请看办学条件");
        assertThat(send(lawyer, get("/applications/" + number + "/panel")).getStatus())
                .isEqualTo(200);
        assertThat(send(
                                lawyer,
                                post("/tasks/" + part + "/operations/give-opinion")
                                        .param("reason", "符合"))
                        .getRedirectedUrl())
                .isEqualTo("/inbox");
        assertThat(send(lawyer, get("/applications/" + number + "/panel")).getStatus())
                .isEqualTo(404);
        assertThat(text(send(lawyer, get("/tasks/" + part)))).doesNotContain("请看办学条件", "/panel");
        assertThat(text(send(reviewer, get("/tasks/" + task)))).contains("提交委派意见", "符合");
    }

    @Test
    void theSchoolUrgesFromTheApplicationsPageOnceItIsOverdue() throws Exception {
        var applicant = people.applicantOf(OF_LOUDI);
        assertThat(text(send(applicant, get("/applications/" + number)))).doesNotContain("/urge");
        clock.set(walk.task(number, reviewer).dueAt().orElseThrow());

        assertThat(text(send(applicant, get("/applications/" + number)))).contains("/cases/" + number + "/urge");
        assertThat(send(applicant, post("/cases/" + number + "/urge").param("reason", "请尽快"))
                        .getRedirectedUrl())
                .isEqualTo("/applications/" + number);
        assertThat(text(send(applicant, get("/applications/" + number)))).doesNotContain("/urge");
    }

    @Test
    void theAdministratorReleasesAStuckClaimFromTheInstancesPage() throws Exception {
        var administrator = people.in(
                organisations.department(org.chuyi.organisation.Department.EDUCATION), Role.SYSTEM_ADMINISTRATOR);
        send(reviewer, post("/tasks/" + task + "/operations/claim"));
        String instance = "/administration/processes/instances/"
                + walk.task(number, reviewer).processInstanceId();
        assertThat(text(send(administrator, get(instance)))).doesNotContain("operations/release");
        clock.set(MovableClock.at("2026-03-06T09:00"));

        assertThat(text(send(administrator, get(instance)))).contains("/tasks/" + task + "/operations/release");
        assertThat(send(
                                administrator,
                                post("/tasks/" + task + "/operations/release").param("reason", "请假"))
                        .getRedirectedUrl())
                .isEqualTo(instance);
        assertThat(walk.task(number, reviewer).isClaimed()).isFalse();
    }

    @Test
    void aProgramDoesTheSameByTheApi() {
        jdbc.sql("update account set must_change_password = false").update();
        var caller = new ApiCaller(port, tokens.create(reviewer, "test"));
        var other = new ApiCaller(port, tokens.create(colleague, "test"));
        String path = "/api/v1/tasks/" + task;

        assertThat(caller.send("POST", path + "/operations/claim", "{}").status())
                .isEqualTo(200);
        var refused = other.send("POST", path + "/operations/claim", "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/problems/0/message")).isEqualTo(reviewer.name() + " 已认领，由其办理。");
        var completion = other.send(
                "POST", path + "/completion", Map.of("answers", Submission.recommending()), "Idempotency-Key", task);
        assertThat(completion.status()).isEqualTo(409);
        assertThat(completion.text("/type")).isEqualTo("/problems/task-claimed");
        assertThat(completion.text("/claimedBy")).isEqualTo(reviewer.name());
        var operations = caller.get(path + "/operations");
        assertThat(operations.text("/done/0/operation")).isEqualTo("claim");
        assertThat(operations.json().at("/offered").findValuesAsText("operation"))
                .contains("unclaim", "transfer", "delegate")
                .doesNotContain("claim", "urge");
        var stranger = people.cityReviewer(People.ZHUZHOU);
        jdbc.sql("update account set must_change_password = false").update();
        assertThat(new ApiCaller(port, tokens.create(stranger, "test"))
                        .get(path + "/operations")
                        .status())
                .isEqualTo(404);
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return portal.perform(request.with(as(actor)).with(csrf())).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
