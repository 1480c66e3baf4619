package org.chuyi.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.as;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Walk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody wrote past the program: the administrator reads where, and has it repaired. */
@IntegrationTest
class InboxCheckPageTest {

    private static final String PAGE = "/administration/inbox-check";

    @Autowired
    MockMvc portal;

    @Autowired
    Walk walk;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    JdbcClient jdbc;

    Actor administrator;
    Actor clerk;
    ApplicationNumber number;

    @BeforeEach
    void aTaskThatNoInboxShows() {
        administrator =
                people.in(people.organisation(Department.EDUCATION.organisationName()), Role.SYSTEM_ADMINISTRATOR);
        clerk = people.applicantOf("长沙民政职业技术学院");
        number = walk.started(clerk, rounds.justOpened(), "think-tank");
        jdbc.sql("delete from inbox_task where business_key = :number")
                .param("number", number.value())
                .update();
    }

    @Test
    void eachDifferenceSaysWhichCaseStandsWhereAndWhatIsWrong() throws Exception {
        assertThat(page("zh")).contains(number.value(), "填写申报书", "列表缺少这件待办，无人能看到", "按引擎修复");
        assertThat(page("en")).contains(number.value(), "In no inbox: nobody can see it", "Repair from the engine");
    }

    @Test
    void afterTheRepairTheTaskIsBackAndTheDifferenceGone() throws Exception {
        var answer = portal.perform(
                        post(PAGE + "/repair").with(as(administrator)).with(csrf()))
                .andReturn()
                .getResponse();

        assertThat(answer.getRedirectedUrl()).isEqualTo(PAGE);
        assertThat(page("zh")).doesNotContain(number.value());
        assertThat(walk.hasTask(number, clerk)).isTrue();
    }

    private String page(String language) throws Exception {
        var answer = portal.perform(get(PAGE).param("lang", language).with(as(administrator)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
