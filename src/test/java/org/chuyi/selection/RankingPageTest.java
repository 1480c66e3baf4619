package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SignedIn;
import org.chuyi.selection.ScoringSamples.Panel;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.Statements;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.work.BackgroundWorks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Rankings for who may read them, explained; what another line would change; thousands at once. */
@IntegrationTest
class RankingPageTest {

    private static final String PROGRAMME = "culture-base";

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvc pages;

    @Autowired
    RankingComputation computation;

    @Autowired
    RankingReading reading;

    ScoringSamples samples;
    Panel panel;

    @BeforeEach
    void aRankedContest() {
        samples = new ScoringSamples(beans);
        var round = samples.round(PROGRAMME, 1);
        var first = samples.selected(round, PROGRAMME, "长沙民政职业技术学院", Map.of());
        var second = samples.selected(round, PROGRAMME, "湖南大众传媒职业技术学院", Map.of());
        panel = samples.scoring(round, PROGRAMME, 5);
        for (int at = 0; at < 5; at++) {
            samples.submit(panel, at, first, List.of(100, 90, 80, 70, 20).get(at));
            samples.submit(panel, at, second, 60);
        }
        computation.lockAndRank(panel.contest());
    }

    @Test
    void eachFigureIsExplainedLineByLine() throws Exception {
        String page = get("/contests/" + panel.key() + "/ranking", panel.officer());

        assertThat(page)
                .contains("100.00、", "去掉一个最高分 100.00 和一个最低分 20.00", "其余 3 个评分的平均分：80.00")
                .contains("中位数（全部评分）：80.00", "极差（全部评分）：80.00", "离散预警", "入选线（名额 1）");
    }

    @Test
    void theLeadDepartmentsOfficersAndLeaderReadItAndNobodyElse() throws Exception {
        String path = "/contests/" + panel.key() + "/ranking";
        var organisations = beans.getBean(Organisations.class);
        var leader = samples.people.in(organisations.department(Department.EDUCATION), Role.PROVINCIAL_LEADER);
        var financeOfficer = samples.people.in(organisations.department(Department.FINANCE), Role.PROVINCIAL_OFFICER);

        assertThat(status(path, leader)).isEqualTo(200);
        assertThat(status(path, financeOfficer)).isEqualTo(404);
        assertThat(status(path, panel.experts().get(0))).isEqualTo(403);
        assertThat(status(path, samples.people.applicantOf("长沙民政职业技术学院"))).isEqualTo(403);
    }

    @Test
    void whatIfSavesNothing() throws Exception {
        var before = everything();

        String page = get("/contests/" + panel.key() + "/ranking?places=2", panel.officer());
        String line = get("/contests/" + panel.key() + "/ranking?line=80.01", panel.officer());

        assertThat(page).contains("线上 2 份：新进 1 份，退出 0 份。");
        assertThat(line).contains("线上 0 份：新进 0 份，退出 1 份。");
        assertThat(everything()).isEqualTo(before);
    }

    private List<Object> everything() {
        List<Object> rows = new ArrayList<>();
        for (String table : List.of("contest", "ranking", "ranking_row", "score_sheet", "tie_decision")) {
            rows.addAll(samples.jdbc
                    .sql("select t::text from " + table + " t order by 1")
                    .query(String.class)
                    .list());
        }
        return rows;
    }

    @Test
    void anExportStandsInTheRecord() throws Exception {
        String path = "/contests/" + panel.key() + "/ranking/export";

        byte[] excel = post(path, "xlsx").getResponse().getContentAsByteArray();
        String csv = post(path, "csv").getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(excel))) {
            var row = workbook.getSheetAt(0).getRow(3);
            assertThat(row.getCell(0).getNumericCellValue()).isEqualTo(1);
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("长沙民政职业技术学院");
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(80.0);
        }
        assertThat(csv.lines().skip(1).findFirst().orElseThrow())
                .startsWith("1,\"CY2026-")
                .contains("\"100.00; 90.00; 80.00; 70.00; 20.00\"");
        assertThat(samples.jdbc
                        .sql("select count(*) from audit_line where action = 'ranking.exported' and subject = :key")
                        .param("key", panel.key())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aLargeOneIsMadeInTheBackgroundForThoseWhoMayReadItAlone() throws Exception {
        var works = beans.getBean(BackgroundWorks.class);
        var clock = beans.getBean(MovableClock.class);
        var asked = Map.of("contest", panel.key(), "version", "1");
        var finance = samples.people.provincialOfficer(Department.FINANCE);
        long own = works.request("rankingExport", asked, panel.officer(), Locale.SIMPLIFIED_CHINESE);
        long others = works.request("rankingExport", asked, finance, Locale.SIMPLIFIED_CHINESE);

        clock.moveBy(Duration.ZERO);

        byte[] excel = works.fetch(own, panel.officer()).orElseThrow().content();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(excel))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("长沙民政职业技术学院");
            assertThat(sheet.getRow(1).getCell(4).getNumericCellValue()).isEqualTo(80.0);
            assertThat(sheet.getRow(2).getCell(0).getNumericCellValue()).isEqualTo(2);
        }
        var refused = works.find(others, finance).orElseThrow();
        assertThat(List.of(refused.state(), refused.work().message()))
                .containsExactly("FAILED", "workflow.work.problem.notAllowed");
        assertThat(refused.file()).isEmpty();
    }

    @Test
    void versionsAreCompared() {
        computation.lockAndRank(panel.contest());

        var view = reading.view(
                        panel.key(),
                        panel.officer(),
                        new RankingReading.Query(0, 1, Optional.empty(), Optional.empty(), 0, ""))
                .orElseThrow();

        assertThat(view.ranking().orElseThrow().version()).isEqualTo(2);
        assertThat(view.page().get(0).before()).isEqualTo(new RankingRow.Before(1, 8000, true));
    }

    @Test
    void fiveThousandApplicationsWithFiveScoresTakeAFewStatements() throws Exception {
        samples.jdbc.sql("""
                        insert into project_application (number, round_code, programme_code, organisation_id, city_code, slot,
                          status, status_since, filing_due_at, current_version, problems, created_by, created_at, revision)
                        select 'CY2031-02-' || lpad(g::text, 4, '0'), a.round_code, a.programme_code, a.organisation_id,
                          a.city_code, g + 10, 'SELECTION', now(), now(), 1, a.problems, a.created_by, now(), 0
                        from generate_series(1, 5000) g,
                          (select * from project_application where number in
                            (select number from contest_entry where contest_key = :key) limit 1) a""").param("key", panel.key()).update();
        samples.jdbc.sql("""
                        insert into contest_entry (number, contest_key, version, blind_code)
                        select number, :key, 1, 'X' || right(number, 4) from project_application
                        where number like 'CY2031-02-%' on conflict do nothing""").param("key", panel.key()).update();
        samples.jdbc.sql("""
                        insert into score_sheet (contest_key, seat_id, number, state, total, submitted_at)
                        select :key, t.id, e.number, 'SUBMITTED', (hashtext(e.number || t.id) & 8191), now()
                        from contest_entry e, expert_seat t
                        where e.contest_key = :key and t.contest_key = :key and e.number like 'CY2031-02-%'""").param("key", panel.key()).update();

        var statements = Statements.during(() -> {
            computation.lockAndRank(panel.contest());
            return null;
        });

        assertThat(samples.rankings.counts(panel.contest(), 2).rows()).isEqualTo(5002);
        assertThat(statements.size()).as("%s", statements).isLessThanOrEqualTo(16);
        samples.jdbc
                .sql("update project_application set status = 'WITHDRAWN' where number like 'CY2031-02-%'")
                .update();
    }

    private String get(String path, Actor actor) throws Exception {
        return pages.perform(MockMvcRequestBuilders.get(URI(path))
                        .with(SecurityMockMvcRequestPostProcessors.authentication(as(actor))))
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private int status(String path, Actor actor) throws Exception {
        return pages.perform(MockMvcRequestBuilders.get(URI(path))
                        .with(SecurityMockMvcRequestPostProcessors.authentication(as(actor))))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private MvcResult post(String path, String format) throws Exception {
        return pages.perform(MockMvcRequestBuilders.post(URI(path))
                        .param("format", format)
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .with(SecurityMockMvcRequestPostProcessors.authentication(as(panel.officer()))))
                .andReturn();
    }

    private static java.net.URI URI(String path) {
        return java.net.URI.create(path);
    }

    private static org.springframework.security.core.Authentication as(Actor actor) {
        return CurrentActor.authentication(new SignedIn(actor, false, false));
    }
}
