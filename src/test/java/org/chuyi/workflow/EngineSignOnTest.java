package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.Visitor.location;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.portal.security.PeopleWhoSignIn;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

// Camunda's web applications find the engine by its name; another context that has ended took the name with it.
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
@IntegrationTest
@Import(PeopleWhoSignIn.class)
class EngineSignOnTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final String PAGE = "text/html";

    @LocalServerPort
    int port;

    @Autowired
    PeopleWhoSignIn people;

    @Autowired
    Accounts accounts;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ObjectMapper json;

    Visitor visitor;
    Actor reviewer;
    Actor elsewhere;
    String deployment;
    String herTask;
    String othersTask;

    @BeforeEach
    void oneTaskForEachOfTwoReviewers() {
        visitor = new Visitor(port);
        reviewer = people.reviewer();
        elsewhere = people.reviewerElsewhere();
        deployment = repository
                .createDeployment()
                .addModelInstance("sign-on-test.bpmn", model())
                .deploy()
                .getId();
        herTask = taskFor(reviewer, "her secret");
        othersTask = taskFor(elsewhere, "other's secret");
    }

    @AfterEach
    void nothingStays() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void anonymousIsSentToTheSignInOrRefused() {
        for (String app : List.of("tasklist", "cockpit", "admin", "welcome")) {
            assertThat(location(visitor.get("/camunda/app/" + app + "/default/", "Accept", PAGE)))
                    .isEqualTo("/sign-in");
        }
        assertThat(visitor.get(ENGINE + "/task").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/engine-rest/task").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/engine-rest/engine").statusCode()).isEqualTo(404);
    }

    @Test
    void reviewerSeesHerTaskAloneInTasklist() throws Exception {
        enter(reviewer);

        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(ids(visitor.get(ENGINE + "/task"))).containsExactly(herTask);
        assertThat(visitor.get(ENGINE + "/task/" + othersTask).statusCode()).isIn(403, 404);
        assertThat(visitor.get(ENGINE + "/task/" + othersTask + "/variables").statusCode())
                .isIn(403, 404);
        assertThat(visitor.get(ENGINE + "/task/" + herTask + "/form-variables").body())
                .contains("her secret");
        assertThat(visitor.get(ENGINE + "/process-instance").body()).isEqualTo("[]");
        assertThat(visitor.get(ENGINE + "/variable-instance").body()).doesNotContain("other's secret");
        assertThat(visitor.get(ENGINE + "/history/variable-instance").body()).doesNotContain("secret");
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"" + reviewer.login() + "\"", "tasklist")
                .doesNotContain("cockpit");
    }

    @Test
    void tasklistShowsHerTheFilterOfWhatIsToDo() throws Exception {
        enter(reviewer);

        var filters =
                json.readTree(visitor.get(ENGINE + "/filter?resourceType=Task").body());

        assertThat(filters).hasSize(1);
        assertThat(filters.get(0).get("name").asText()).isEqualTo("待办");
        var listed = visitor.get(ENGINE + "/filter/" + filters.get(0).get("id").asText() + "/list");
        assertThat(ids(listed)).containsExactly(herTask);
    }

    @Test
    void reviewerClaimsAndCompletesHerTaskButNoOther() {
        enter(reviewer);

        assertThat(modify("POST", ENGINE + "/task/" + othersTask + "/complete", "{}")
                        .statusCode())
                .isIn(403, 404, 500);
        assertThat(tasks.createTaskQuery().taskId(othersTask).count()).isOne();
        assertThat(modify("POST", ENGINE + "/task/" + herTask + "/claim", "{\"userId\":\"" + reviewer.login() + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(modify(
                                "POST",
                                ENGINE + "/task/" + herTask + "/assignee",
                                "{\"userId\":\"" + elsewhere.login() + "\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void cockpitAndAdminAreForTheSystemAdministratorAlone() {
        enter(reviewer);
        assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/camunda/api/cockpit/plugin/base/default/process-definition/statistics-count")
                        .statusCode())
                .isEqualTo(403);

        for (Role role : List.of(Role.SECURITY_ADMINISTRATOR, Role.AUDITOR)) {
            visitor = new Visitor(port);
            enter(people.with(role));
            assertThat(visitor.get("/camunda/app/cockpit/default/").statusCode())
                    .isEqualTo(403);
            assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode())
                    .isEqualTo(403);
            assertThat(visitor.get(ENGINE + "/task").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void systemAdministratorWatchesEverythingAndDeletesNothing() throws Exception {
        enter(people.with(Role.SYSTEM_ADMINISTRATOR));

        for (String app : List.of("tasklist", "cockpit", "admin")) {
            assertThat(visitor.get("/camunda/app/" + app + "/default/").statusCode())
                    .as(app)
                    .isEqualTo(200);
        }
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").body()).contains("tasklist", "cockpit", "admin");
        assertThat(ids(visitor.get(ENGINE + "/task"))).contains(herTask, othersTask);
        assertThat(ids(visitor.get(ENGINE + "/process-instance"))).contains(instanceOf(herTask));
        assertThat(modify("DELETE", ENGINE + "/process-instance/" + instanceOf(herTask), null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(modify("DELETE", ENGINE + "/deployment/" + deployment + "?cascade=true", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(modify("POST", ENGINE + "/task/" + herTask + "/complete", "{}")
                        .statusCode())
                .isIn(403, 500);
        assertThat(tasks.createTaskQuery().taskId(herTask).count()).isOne();
    }

    /** Admin asks for groups by POST; others see the groups that they are in. */
    @Test
    void usersAndGroupsAreListedInAdminForTheSystemAdministratorAlone() {
        var hers = "\"" + new Post(reviewer.organisation(), Role.REVIEWER).group() + "\"";
        var others = "\"" + new Post(elsewhere.organisation(), Role.REVIEWER).group() + "\"";
        enter(people.with(Role.SYSTEM_ADMINISTRATOR));
        assertThat(modify("POST", ENGINE + "/group?firstResult=0&maxResults=2000", "{}")
                        .body())
                .contains(hers, others);
        assertThat(visitor.get(ENGINE + "/user?firstResult=0&maxResults=2000").body())
                .contains("\"" + reviewer.login() + "\"", "\"" + elsewhere.login() + "\"");

        visitor = new Visitor(port);
        enter(reviewer);
        assertThat(modify("POST", ENGINE + "/group?firstResult=0&maxResults=2000", "{}")
                        .body())
                .contains(hers)
                .doesNotContain(others);
        assertThat(visitor.get(ENGINE + "/user?firstResult=0&maxResults=2000").body())
                .contains("\"" + reviewer.login() + "\"")
                .doesNotContain("\"" + elsewhere.login() + "\"");
    }

    @Test
    void nobodyMakesUsersOrSignsInThroughTheEngine() {
        var user = "{\"profile\":{\"id\":\"intruder\"},\"credentials\":{\"password\":\"Intruder-2026\"}}";
        assertThat(modify("POST", "/camunda/api/admin/setup/default/user/create", user)
                        .statusCode())
                .isEqualTo(401);
        for (Actor actor : List.of(reviewer, people.with(Role.SYSTEM_ADMINISTRATOR))) {
            visitor = new Visitor(port);
            enter(actor);
            assertThat(visitor.get("/camunda/app/admin/default/setup/").statusCode())
                    .isEqualTo(403);
            assertThat(modify("POST", "/camunda/api/admin/setup/default/user/create", user)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(modify("POST", ENGINE + "/user/create", user).statusCode())
                    .isEqualTo(403);
            assertThat(modify("DELETE", ENGINE + "/user/" + actor.login(), null).statusCode())
                    .isEqualTo(403);
            assertThat(modify("POST", "/camunda/api/admin/auth/user/default/login/cockpit", null)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(identity.createUserQuery().userId("intruder").count()).isZero();
        assertThat(identity.createUserQuery().userId(reviewer.login()).count()).isOne();
    }

    @Test
    void signingOutOfTasklistSignsOutOfThePortal() {
        enter(reviewer);

        assertThat(modify("POST", "/camunda/api/admin/auth/user/default/logout", null)
                        .statusCode())
                .isEqualTo(204);

        assertThat(location(visitor.get("/account"))).isEqualTo("/sign-in");
    }

    @Test
    void postsAreGroupsOfTheEngineAndFollowEveryChange() {
        var post = new Post(reviewer.organisation(), Role.REVIEWER);
        assertThat(groupsOf(reviewer)).containsExactlyInAnyOrder(post.group(), "TASK_HOLDERS");
        assertThat(identity.createGroupQuery()
                        .groupId(post.group())
                        .singleResult()
                        .getName())
                .isEqualTo(reviewer.organisationName() + " · 市州审核");
        var user = identity.createUserQuery().userId(reviewer.login()).singleResult();
        assertThat(user.getFirstName()).isEqualTo(reviewer.name());
        assertThat(identity.checkPassword(reviewer.login(), PeopleWhoSignIn.PASSWORD))
                .isFalse();

        accounts.revoke(reviewer.account(), post, people.with(Role.SECURITY_ADMINISTRATOR));

        assertThat(groupsOf(reviewer)).isEmpty();
        assertThat(groupsOf(people.with(Role.AUDITOR))).contains("AUDITOR");
    }

    @Test
    void whoActsForOneOrganisationHasNoTasksOfHerOther() throws Exception {
        var many = people.inTwoOrganisations();
        var taskOfOther = taskFor(many.get(1), "for the other");
        visitor.signIn(many.get(0).login(), PeopleWhoSignIn.PASSWORD);
        visitor.post(
                "/acting", "/acting", "organisation", many.get(0).organisation().toString());
        assertThat(ids(visitor.get(ENGINE + "/task"))).isEmpty();

        visitor.post(
                "/acting", "/acting", "organisation", many.get(1).organisation().toString());

        assertThat(ids(visitor.get(ENGINE + "/task"))).containsExactly(taskOfOther);
    }

    private void enter(Actor actor) {
        assertThat(location(visitor.signIn(actor.login(), PeopleWhoSignIn.PASSWORD)))
                .isEqualTo("/");
    }

    /** As Camunda's pages do it: with the token that they were given before. */
    private HttpResponse<String> modify(String method, String path, String body) {
        visitor.get(ENGINE + "/task/count");
        return visitor.send(method, path, body, "X-XSRF-TOKEN", visitor.cookie("XSRF-TOKEN"));
    }

    private String taskFor(Actor actor, String secret) {
        var group = actor.roles().stream()
                .map(role -> new Post(actor.organisation(), role).group())
                .findFirst()
                .orElseThrow();
        var instance = runtime.createProcessInstanceByKey("signOnTest")
                .setVariable("group", group)
                .setVariable("content", secret)
                .execute();
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private String instanceOf(String task) {
        return tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
    }

    private List<String> groupsOf(Actor actor) {
        return identity.createGroupQuery().groupMember(actor.login()).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> ids(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).isEqualTo(200);
        return StreamSupport.stream(json.readTree(response.body()).spliterator(), false)
                .map((JsonNode row) -> row.get("id").asText())
                .toList();
    }

    private static org.camunda.bpm.model.bpmn.BpmnModelInstance model() {
        return Bpmn.createExecutableProcess("signOnTest")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("signOnReview")
                .camundaCandidateGroups("${group}")
                .endEvent()
                .done();
    }
}
