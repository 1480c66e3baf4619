package org.chuyi.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.CHANGSHA;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.testing.People.as;
import static org.chuyi.workflow.Submission.OF_LOUDI;
import static org.chuyi.workflow.Submission.PROGRAMME;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Submission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The search: what a signed-in person may see of applications, and nothing of others'. */
@IntegrationTest
class SearchedApplicationsTest {

    @Autowired
    MockMvc browser;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    Walk walk;

    Submission submission;

    @BeforeEach
    void anOpenRound() {
        submission = new Submission(walk, people, rounds.justOpened());
    }

    @Test
    void herApplicationsAreFoundByNumberSchoolAndProgramme() throws Exception {
        var number = submission.by(OF_LOUDI).value();
        var reviewer = people.cityReviewer(LOUDI);

        assertThat(found(number.toLowerCase(), reviewer)).contains(link(number), "市州审核中");
        assertThat(found(number, reviewer)).contains(OF_LOUDI + " · 楚怡优秀中职学校");
        assertThat(found(OF_LOUDI, reviewer)).contains(link(number));
        assertThat(found("优秀中职", reviewer)).contains(link(number));
        assertThat(found(number, people.applicantOf(OF_LOUDI))).contains(link(number));
        assertThat(found(number, people.provincialOfficer())).contains(link(number));
    }

    @Test
    void whoMayNotReadItDoesNotFindIt() throws Exception {
        var number = submission.by(OF_LOUDI).value();

        for (var stranger : new Actor[] {
            people.cityReviewer(CHANGSHA),
            people.humanResourcesReviewer(LOUDI),
            people.applicantOf("长沙民政职业技术学院"),
            people.provincialOfficer(Department.FINANCE)
        }) {
            assertThat(found(number, stranger)).doesNotContain(link(number)).contains("没有找到相关内容");
            assertThat(found(OF_LOUDI, stranger)).doesNotContain(link(number));
        }
        assertThat(page(get("/search").param("q", number)))
                .doesNotContain(link(number))
                .contains("没有找到相关内容");
    }

    @Test
    void aDraftIsTheSchoolsOwn() throws Exception {
        var clerk = people.applicantOf(OF_LOUDI);
        var number = walk.started(clerk, submission.round(), PROGRAMME).value();

        assertThat(found(number, clerk)).contains(link(number), "填报中");
        assertThat(found(number, people.cityReviewer(LOUDI))).doesNotContain(link(number));
        assertThat(found(number, people.provincialOfficer())).doesNotContain(link(number));
    }

    @Test
    void whatIsUnderWayCountsOnceOnTheHomePage() throws Exception {
        var clerk = people.in(people.technicianCollege("测试技工学校" + System.nanoTime()), Role.APPLICANT);
        var number =
                walk.started(clerk, submission.round(), "technician-college").value();

        var home = page(get("/").with(as(clerk)));

        assertThat(home).contains("有 1 件事项待您办理", "申报进展");
        assertThat(home).containsOnlyOnce("\"" + "/applications/" + number + "\"");
        assertThat(home).contains("填报中 · " + number);
    }

    private static String link(String number) {
        return "href=\"/applications/" + number + "\"";
    }

    private String found(String words, Actor actor) throws Exception {
        return page(get("/search").param("q", words).with(as(actor)));
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
