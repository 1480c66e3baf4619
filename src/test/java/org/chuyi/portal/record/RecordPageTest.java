package org.chuyi.portal.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditFilter;
import org.chuyi.audit.AuditLine;
import org.chuyi.audit.AuditLines;
import org.chuyi.audit.AuditTrail;
import org.chuyi.audit.Who;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class RecordPageTest {

    @Autowired
    MockMvc browser;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditLines lines;

    @Autowired
    PlatformTransactionManager transactions;

    private final String subject = UUID.randomUUID().toString();
    private final String person = "甲" + subject;
    private Actor auditor;

    @BeforeEach
    void auditor() {
        auditor = people.in(organisations.department(Department.EDUCATION), Role.AUDITOR);
    }

    @Test
    void nobodyButTheAuditorSeesIt() throws Exception {
        Actor reviewer = people.cityReviewer(People.CHANGSHA);
        for (String path : List.of("/administration/record", "/administration/record/1")) {
            browser.perform(get(path).with(as(reviewer))).andExpect(status().isForbidden());
        }
        browser.perform(post("/administration/record/export").with(as(reviewer)).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void findsByPersonActionAndSubject() throws Exception {
        record("application.withdrawn", Map.of());
        record("round.published", Map.of());

        browser.perform(get("/administration/record")
                        .param("person", person)
                        .param("action", "application")
                        .param("subject", subject)
                        .with(as(auditor)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("撤回申报")))
                .andExpect(content().string(not(containsString("发布批次"))));
        browser.perform(get("/administration/record").param("person", "无此人").with(as(auditor)))
                .andExpect(content().string(containsString("没有符合条件的记录")));
    }

    @Test
    void lastDayOfASearchCountsInFull() throws Exception {
        record("application.withdrawn", Map.of());

        browser.perform(get("/administration/record")
                        .param("from", "2026-03-01")
                        .param("until", "2099-12-31")
                        .param("subject", subject)
                        .with(as(auditor)))
                .andExpect(content().string(containsString("撤回申报")));
        assertThat(new RecordSearch(null, java.time.LocalDate.parse("2026-03-31"), null, "", " ").filter())
                .isEqualTo(new AuditFilter(
                        Optional.empty(),
                        Optional.of(java.time.Instant.parse("2026-03-31T16:00:00Z")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() throws Exception {
        record("application.started", Map.of());
        for (int i = 0; i < RecordController.PAGE; i++) {
            record("application.withdrawn", Map.of());
        }
        long first = lines.about("application", subject).get(0).number();

        browser.perform(get("/administration/record").param("subject", subject).with(as(auditor)))
                .andExpect(content().string(not(containsString("新建申报"))));
        browser.perform(get("/administration/record")
                        .param("subject", subject)
                        .param("before", Long.toString(first + 1))
                        .with(as(auditor)))
                .andExpect(content().string(containsString("新建申报")))
                .andExpect(content().string(not(containsString(">撤回申报<"))));
    }

    @Test
    void showsALineWithItsDetailsAsText() throws Exception {
        record("application.withdrawn", Map.of("reason", "<script>alert(1)</script>"));
        AuditLine line = lines.about("application", subject).get(0);

        browser.perform(get("/administration/record/" + line.number()).with(as(auditor)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
                .andExpect(content().string(containsString(line.hash())));
        browser.perform(get("/administration/record/" + Long.MAX_VALUE).with(as(auditor)))
                .andExpect(status().isNotFound());
    }

    @Test
    void verifiesTheChainAndRecordsThatItWasVerified() throws Exception {
        record("application.withdrawn", Map.of());

        browser.perform(post("/administration/record/verify").with(as(auditor)).with(csrf()))
                .andExpect(redirectedUrl("/administration/record"))
                .andExpect(flash().attribute("flash", containsString("记录链完整")));

        AuditLine newest =
                lines.newestFirst(AuditFilter.ALL, Optional.empty(), 1).get(0);
        assertThat(newest.action()).isEqualTo("record.verified");
        assertThat(newest.who().account()).contains(auditor.account().value());
    }

    @Test
    void exportIsRecordedAndHoldsNothingThatASpreadsheetWouldCompute() throws Exception {
        record("application.withdrawn", Map.of("reason", "x"));
        new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> trail.record(
                        AuditEntry.of("application.withdrawn", "application", subject),
                        new Who(Optional.empty(), "=HYPERLINK(\"http://evil.example\")", "+1", "@here")));

        byte[] bytes = browser.perform(post("/administration/record/export")
                        .param("subject", subject)
                        .with(as(auditor))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        String csv = new String(bytes, UTF_8);
        assertThat(csv).startsWith("\uFEFF\"序号\",\"时间\",\"人员\"");
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\",\"\",\"'+1\",\"'@here\"");
        AuditLine newest =
                lines.newestFirst(AuditFilter.ALL, Optional.empty(), 1).get(0);
        assertThat(newest.action()).isEqualTo("record.exported");
        assertThat(newest.details()).isEqualTo(Map.of("subject", subject));
    }

    private void record(String action, Map<String, ?> details) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(transaction -> trail.record(
                        AuditEntry.of(action, "application", subject, details),
                        new Who(Optional.of(1L), person, "长沙市教育局", "10.0.0.8")));
    }
}
