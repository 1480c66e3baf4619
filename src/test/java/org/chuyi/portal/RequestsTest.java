package org.chuyi.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.workflow.desk.InboxFilter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;

/** What the frameworks would do at each request besides answering it. */
@IntegrationTest
class RequestsTest {

    @Autowired
    MockMvc web;

    @Autowired
    People people;

    @Autowired
    HandlerMappingIntrospector introspector;

    @Test
    void handlerIsNotLookedUpInAdvance() throws Exception {
        var request = new MockHttpServletRequest("GET", "/calls");

        introspector.createCacheFilter().doFilter(request, new MockHttpServletResponse(), (asked, answered) -> {});

        assertThat(request.getAttributeNames().hasMoreElements()).isFalse();
    }

    @Test
    void formIsFilledFromItsFieldsAndNotFromHeaders() throws Exception {
        var page = web.perform(get("/inbox?category=think-tank")
                        .header("From", "somebody@example.org")
                        .header("Due", "overdue")
                        .with(People.as(people.cityReviewer(People.CHANGSHA))))
                .andReturn();

        assertThat(page.getModelAndView().getModel())
                .containsEntry(
                        "inboxFilter",
                        new InboxFilter(null, "think-tank", null, null, null, null, null, null, null, null));
    }
}
