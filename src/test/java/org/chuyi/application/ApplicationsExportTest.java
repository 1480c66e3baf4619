package org.chuyi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.CHANGSHA;
import static org.chuyi.testing.People.LOUDI;
import static org.chuyi.workflow.Submission.OF_LOUDI;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chuyi.organisation.Actor;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestSamples;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.TestRounds;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.testing.Walk;
import org.chuyi.workflow.Submission;
import org.chuyi.workflow.work.BackgroundWorks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** 申报列表导出: the list as this person may read it, and nothing of others'. */
@IntegrationTest
class ApplicationsExportTest {

    @Autowired
    ApplicationContext beans;

    @Autowired
    BackgroundWorks works;

    @Autowired
    People people;

    @Autowired
    TestRounds rounds;

    @Autowired
    Walk walk;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc browser;

    @BeforeEach
    @AfterEach
    void atTheStart() {
        clock.set(MovableClock.START);
    }

    @Test
    void aReviewerGetsHerCitysApplicationsInHerLanguage() throws Exception {
        var submission = new Submission(walk, people, rounds.justOpened());
        String number = submission.by(OF_LOUDI).value();
        String round = submission.round().code().value();

        var rows = export(people.cityReviewer(LOUDI), "round", round);
        assertThat(rows.get(0)).containsExactly("申报编号", "批次", "申报项目", "申报单位", "市州", "状态", "状态起始时间");
        assertThat(rows.subList(1, rows.size())).singleElement().satisfies(row -> assertThat(row.subList(0, 6))
                .containsExactly(number, round, "楚怡优秀中职学校", OF_LOUDI, "娄底市", "市州审核中"));
        assertThat(export(people.cityReviewer(LOUDI), "round", round, "lang", "en")
                        .get(0))
                .startsWith("Number", "Round");
        assertThat(export(people.cityReviewer(CHANGSHA), "round", round)).hasSize(1);
    }

    @Test
    void moreThanASliceIsWholeAndInOrder() throws Exception {
        var samples = new ContestSamples(beans);
        ContestKey contest = samples.contest("culture-base");
        List<String> numbers = new ArrayList<>();
        IntStream.range(0, 1001)
                .forEach(n -> numbers.add(samples.application(contest, samples.school(CHANGSHA), "{}")));
        jdbc.sql("update project_application set submitted_at = now() where round_code = :round")
                .param("round", contest.round().value())
                .update();

        var rows = export(people.provincialOfficer(), "round", contest.round().value());

        assertThat(rows.subList(1, rows.size()).stream().map(row -> row.get(0)))
                .containsExactlyElementsOf(numbers.stream().sorted().toList());
    }

    private List<List<String>> export(Actor actor, String... parameters) throws Exception {
        var request = post("/applications/export").with(csrf()).with(People.as(actor));
        for (int at = 0; at < parameters.length; at += 2) {
            request.param(parameters[at], parameters[at + 1]);
        }
        String page = browser.perform(request).andReturn().getResponse().getRedirectedUrl();
        long id = Long.parseLong(page.substring("/work/".length()));
        clock.moveBy(Duration.ZERO);
        List<List<String>> rows = new ArrayList<>();
        try (var book = new XSSFWorkbook(
                new ByteArrayInputStream(works.fetch(id, actor).orElseThrow().content()))) {
            book.getSheetAt(0).forEach(row -> {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.getStringCellValue()));
                rows.add(cells);
            });
        }
        return rows;
    }
}
