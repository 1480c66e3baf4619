package org.chuyi.workflow.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chuyi.testing.People.CHANGSHA;
import static org.chuyi.testing.People.LOUDI;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.stream.IntStream;
import org.chuyi.organisation.Actor;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.DispatcherServlet;

@IntegrationTest
class SavedFiltersTest {

    @Autowired
    SavedFilters filters;

    @Autowired
    People people;

    @Autowired
    MockMvc portal;

    @Autowired
    JdbcClient jdbc;

    Actor reviewer;

    @BeforeEach
    void nobodysFilters() {
        reviewer = people.cityReviewer(LOUDI);
        jdbc.sql("delete from saved_filter where organisation_id = :id")
                .param("id", reviewer.organisation().value())
                .update();
    }

    @Test
    void whatIsSharedIsReadInTheOrganisationAndDeletedByWhoeverMadeIt() {
        var colleague = people.cityReviewer(LOUDI);
        filters.add(reviewer, "逾期", "/inbox?due=overdue", false);
        filters.add(reviewer, " 智库 ", "/inbox?category=think-tank", true);

        assertThat(filters.of(colleague))
                .extracting(SavedFilter::name, SavedFilter::byName, SavedFilter::mayDelete)
                .containsExactly(tuple("智库", reviewer.name(), false));
        assertThat(filters.of(people.cityReviewer(CHANGSHA)))
                .extracting(SavedFilter::name)
                .doesNotContain("智库", "逾期");
        long shared = filters.of(colleague).get(0).id();
        filters.toggleDefault(colleague, shared);
        assertThat(filters.defaultOf(colleague)).contains("/inbox?category=think-tank");
        assertThat(filters.defaultOf(reviewer)).isEmpty();
        filters.delete(colleague, shared);
        assertThat(filters.of(reviewer)).hasSize(2);
        filters.delete(reviewer, shared);
        assertThat(filters.of(colleague)).isEmpty();
        assertThat(filters.defaultOf(colleague)).isEmpty();
    }

    @Test
    void anotherPersonsOwnFilterCannotBeMadeTheDefault() {
        filters.add(reviewer, "逾期", "/inbox?due=overdue", false);
        long own = filters.of(reviewer).get(0).id();
        var colleague = people.cityReviewer(LOUDI);
        filters.toggleDefault(colleague, own);
        assertThat(filters.defaultOf(colleague)).isEmpty();
        filters.toggleDefault(reviewer, own);
        filters.toggleDefault(reviewer, own);
        assertThat(filters.defaultOf(reviewer)).isEmpty();
    }

    @Test
    void namesAndNumbersHaveTheirLimits() {
        assertThat(filters.add(reviewer, " ", "/inbox", false)).contains("workflow.filter.problem.name");
        assertThat(filters.add(reviewer, "名".repeat(31), "/inbox", false)).contains("workflow.filter.problem.name");
        IntStream.range(0, SavedFilters.MOST_OWN)
                .forEach(number -> assertThat(filters.add(reviewer, "第" + number, "/inbox", false))
                        .isEmpty());
        assertThat(filters.add(reviewer, "再一个", "/inbox", false)).contains("workflow.filter.problem.many");
    }

    @Test
    void theInboxOpensWithTheDefaultAndEverythingElseAsAsked() throws Exception {
        portal.perform(get("/inbox").with(People.as(reviewer))).andExpect(status().isOk());
        portal.perform(post("/inbox/filters?name=智库&category=think-tank&from=a2026&q=学院")
                        .with(People.as(reviewer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/inbox?category=think-tank&q=%E5%AD%A6%E9%99%A2"));
        long id = filters.of(reviewer).get(0).id();
        portal.perform(post("/inbox/filters/" + id + "/default")
                        .with(People.as(reviewer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/inbox?tab=todo"));

        var said = Map.of("flash", "已提交");
        portal.perform(get("/inbox")
                        .with(People.as(reviewer))
                        .requestAttr(DispatcherServlet.INPUT_FLASH_MAP_ATTRIBUTE, said))
                .andExpect(redirectedUrl("/inbox?category=think-tank&q=%E5%AD%A6%E9%99%A2"))
                .andExpect(flash().attribute("flash", "已提交"));
        for (String other : new String[] {"/inbox?tab=todo", "/inbox?tab=organisation", "/inbox?lang=en"}) {
            portal.perform(get(other).with(People.as(reviewer))).andExpect(status().isOk());
        }
    }

    @Test
    void aFilterByStateIsKeptLikeAnyOther() throws Exception {
        portal.perform(post("/inbox/filters?name=未认领&state=free&q=学院")
                        .with(People.as(reviewer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/inbox?state=free&q=%E5%AD%A6%E9%99%A2"));

        String address = filters.of(reviewer).get(0).address();
        assertThat(address).isEqualTo("/inbox?state=free&q=%E5%AD%A6%E9%99%A2");
        assertThat(InboxFilter.of(address).query().state()).contains("free");
        assertThat(InboxFilter.of(address).address()).isEqualTo(address);
        portal.perform(get("/inbox?state=free").with(People.as(reviewer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"state\" value=\"free\"")));
        portal.perform(get("/inbox?state=nonsense").with(People.as(reviewer)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("name=\"state\""))));
    }
}
