package org.chuyi.selection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SignedIn;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ContestSamples;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.testing.People;
import org.chuyi.testing.Statements;
import org.chuyi.testing.Time.MovableClock;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.TaskInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@IntegrationTest
class ExpertPagesTest {

    @Autowired
    MockMvc browser;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    @Autowired
    TaskInbox inbox;

    @Autowired
    ApplicationContext beans;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Actor officer;
    ContestSamples samples;
    String institute;
    String otherInstitute;

    @BeforeEach
    void anOfficer() {
        clock.set(MovableClock.START);
        officer = people.provincialOfficer();
        samples = new ContestSamples(beans);
        institute = samples.institute().name();
        otherInstitute = samples.institute().name();
    }

    @Test
    void goodRowsAreImportedAndBadOnesToldByRowAndColumn() throws Exception {
        String fresh = login();
        String existing = people.applicantOf("长沙民政职业技术学院").login();
        String existingName = accounts.find(existing).orElseThrow().name();
        String page = preview(
                row(fresh, "李新", institute, "教授", "460101、5102", "2026-03-01", "2026年12月31日", "new@example.org"),
                row(existing, existingName, institute, "", "4603", "", "", ""),
                row(login(), "王错", institute.substring(0, 11), "", "460199", "2026-13-01", "", "no-mail"),
                row(existing, "别人", institute, "", "", "", "", ""),
                row(fresh, "李新", institute, "", "4601", "", "", ""));

        assertThat(page)
                .contains("可导入 2 行，需修改 3 行")
                .contains("新建账号")
                .contains("已有账号，开通专家身份")
                .contains("单位目录中没有“" + institute.substring(0, 11) + "”。是否为：" + institute)
                .contains("“460199”不是专业目录中的代码")
                .contains("“2026-13-01”不是日期")
                .contains("的账号属于“" + existingName + "”，与“别人”不符")
                .contains("请填写至少一个专业代码或专业类代码")
                .contains("与第 2 行的登录名相同");
        assertThat(accounts.find(fresh)).as("nothing before the confirmation").isEmpty();

        var sheet = rows(confirm(lastImport()));

        assertThat(sheet.get(0)).containsExactly("登录名", "姓名", "工作单位", "结果", "一次性密码（首次登录须修改）");
        assertThat(sheet.get(1)).startsWith(fresh, "李新", institute, "新建账号");
        String password = sheet.get(1).get(4);
        assertThat(password).matches("\\w{3}-\\w{3}-\\w{3}-\\w{3}");
        assertThat(sheet.get(2)).containsExactly(existing, existingName, institute, "已有账号，开通专家身份", "");
        assertThat(sheet).hasSize(3);
        assertThat(accounts.posts(accounts.find(existing).orElseThrow().id()))
                .contains(new Post(organisations.byName(institute).orElseThrow().id(), Role.EXPERT));
        assertThat(everythingStored()).doesNotContain(password);
        assertThat(accounts.find(fresh).orElseThrow().mustChangePassword()).isTrue();
        assertThat(actions())
                .containsSubsequence("expert.importRead", "expert.added", "expert.added", "expert.imported");
    }

    @Test
    void theSheetIsGivenOnceAndARepeatedImportUpdatesAndDoesNotDouble() throws Exception {
        String login = login();
        preview(row(login, "赵一", institute, "教授", "460101", "", "", "old@example.org"));
        long first = lastImport();
        confirm(first);
        var again = send(post("/experts/imports/" + first + "/confirmation").with(csrf()), officer);
        assertThat(again.getStatus()).isEqualTo(303);
        assertThat(page("/experts/imports/" + first)).contains("结果表连同一次性密码只下发一次");

        preview(row(login.toUpperCase(), "赵一", otherInstitute, "副教授", "5102", "", "", "new@example.org"));
        var sheet = rows(confirm(lastImport()));

        assertThat(sheet.get(1)).containsExactly(login, "赵一", otherInstitute, "更新", "");
        assertThat(jdbc.sql("select count(*) from account where login = :login")
                        .param("login", login)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql(
                                "select array_to_string(specialties, ' ') from expert e join account a on a.id = e.account_id where login = :login")
                        .param("login", login)
                        .query(String.class)
                        .single())
                .isEqualTo("ELECTRONICS");
        assertThat(accounts.find(login).orElseThrow().email()).contains("new@example.org");
        assertThat(accounts.posts(accounts.find(login).orElseThrow().id()))
                .containsExactly(new Post(
                        organisations.byName(otherInstitute).orElseThrow().id(), Role.EXPERT));
    }

    @Test
    void whatChangedSinceThePreviewIsShownAgainAndNothingIsImported() throws Exception {
        String login = login();
        String other = login();
        preview(
                row(other, "钱二", institute, "", "4601", "", "", ""),
                row(login, "孙三", institute, "", "4601", "", "", ""));
        long id = lastImport();
        jdbc.sql("insert into account (login, name, password_hash, created_at) values (:login, '另一人', '-', now())")
                .param("login", login)
                .update();

        assertThat(send(post("/experts/imports/" + id + "/confirmation").with(csrf()), officer)
                        .getStatus())
                .isEqualTo(303);

        assertThat(page("/experts/imports/" + id)).contains("可导入 1 行，需修改 1 行").contains("的账号属于“另一人”");
        assertThat(accounts.find(other)).isEmpty();
    }

    @Test
    void filesThatAreNoTemplateAreRefusedWithWhatToDo() throws Exception {
        assertThat(upload("不是表格".getBytes(StandardCharsets.UTF_8)).getContentAsString(StandardCharsets.UTF_8))
                .contains("读不出这个文件。请用模板填写");
        assertThat(upload(sheet(List.of("登录名", "姓名"), List.of())).getContentAsString(StandardCharsets.UTF_8))
                .contains("第一行缺少表头：工作单位、职称、专业、可评审开始日期、可评审结束日期、邮箱");
        var template = send(get("/experts/import/template"), officer);
        assertThat(template.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(upload(template.getContentAsByteArray()).getContentAsString(StandardCharsets.UTF_8))
                .contains("没有填写任何专家。请从第 2 行填起");
        List<List<String>> many = new ArrayList<>();
        for (int n = 0; n < 501; n++) {
            many.add(row("many" + n, "多", institute, "", "4601", "", "", ""));
        }
        assertThat(upload(sheet(HEADINGS, many)).getContentAsString(StandardCharsets.UTF_8))
                .contains("超过 500 行");
    }

    @Test
    void theListIsFilteredAndPagedByKey() throws Exception {
        samples.emptyPool();
        var company = samples.company("430200");
        samples.experts(51, company, "4501");
        samples.expert(company, "4601");
        String first = page("/experts?employer=" + company.name() + "&specialty=WATER");
        assertThat(linesOf(first)).isEqualTo(50);
        String next =
                first.replaceAll("(?s).*href=\"([^\"]*after=[^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(next).contains("specialty=WATER");
        assertThat(linesOf(page(java.net.URLDecoder.decode(next, StandardCharsets.UTF_8))))
                .isEqualTo(1);
        assertThat(linesOf(page(
                        "/experts?employer=" + company.name() + "&city=430200&available=true&specialty=MANUFACTURING")))
                .isEqualTo(1);
        assertThat(page("/experts?employer=" + company.name() + "&city=430100")).contains("没有符合条件的专家");

        var statements = Statements.during(() -> page("/experts?employer=" + company.name()));
        assertThat(statements.stream().filter(sql -> sql.contains("from expert e")))
                .hasSize(1);
    }

    @Test
    void oneExpertIsAddedChangedAndSetInactive() throws Exception {
        String login = login();
        String added = send(entry(post("/experts"), login, "周四", institute, "4501"), officer)
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(added).containsPattern("\\w{3}-\\w{3}-\\w{3}-\\w{3}").contains("周四");

        assertThat(send(entry(post("/experts/people/" + login), login, "周四", "没有的单位", "4501"), officer)
                        .getStatus())
                .isEqualTo(422);
        assertThat(send(entry(post("/experts/people/" + login), login, "周四", otherInstitute, "4502"), officer)
                        .getRedirectedUrl())
                .isEqualTo("/experts/people/" + login);
        assertThat(page("/experts/people/" + login)).contains(otherInstitute).contains("4502");
        send(post("/experts/people/" + login + "/deactivation").with(csrf()), officer);
        assertThat(page("/experts/people/" + login)).contains("已停用").contains("重新启用");
        send(post("/experts/people/" + login + "/reactivation").with(csrf()), officer);
        assertThat(page("/experts/people/" + login)).contains("在库");
    }

    @Test
    void theEmployerOfAnExpertOnAPanelStaysUntilItIsDone() throws Exception {
        samples.emptyPool();
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), "{}");
        Actor expert = samples.expert(people.organisation(institute), "4501");
        samples.begin(contest);
        draw(contest);

        var refused = send(
                entry(post("/experts/people/" + expert.login()), expert.login(), expert.name(), otherInstitute, "4501"),
                officer);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8)).contains("正在参加 1 个项目的评审，评完前不能变更工作单位");
    }

    @Test
    void theDrawsPageShowsSeedOrderAndGroundsAndRepeatsIt() throws Exception {
        samples.emptyPool();
        ContestKey contest = samples.contest("culture-base");
        var school = samples.school("430100");
        samples.application(contest, school, "{}");
        Actor expert = samples.expert(people.organisation(institute), "4501");
        Actor barred = samples.expert(school, "4501");
        samples.begin(contest);
        assertThat(page("/contests/" + contest + "/draw")).contains("尚未抽取").contains("所在单位申报");
        draw(contest);

        String page = page("/contests/" + contest + "/draw");
        String seed = jdbc.sql("select seed from expert_draw where contest_key = :key")
                .param("key", contest.toString())
                .query(String.class)
                .single();
        assertThat(page)
                .contains(seed)
                .contains(expert.name())
                .contains(barred.login())
                .contains("待答复");
        assertThat(page("/contests/" + contest + "/draw?lang=en"))
                .contains("Seed")
                .contains("Employer applies");
        page("/contests/" + contest + "/draw?lang=zh-CN");

        var repeated = browser.perform(post("/contests/" + contest + "/draw/repetition")
                        .with(csrf())
                        .with(as(officer)))
                .andReturn();
        assertThat(repeated.getFlashMap().get("flash")).isEqualTo("复算结果与抽取结果一致。");
        jdbc.sql("update expert_draw set seed = 'another' where contest_key = :key")
                .param("key", contest.toString())
                .update();
        jdbc.sql("""
                        insert into expert_draw_candidate select draw_id, :id, 'added', organisation_id, city_code, specialties, '{}'
                        from expert_draw_candidate where draw_id = (select id from expert_draw where contest_key = :key) limit 1""")
                .param("id", officer.account().value())
                .param("key", contest.toString())
                .update();
        var changed = browser.perform(post("/contests/" + contest + "/draw/repetition")
                        .with(csrf())
                        .with(as(officer)))
                .andReturn();
        assertThat(changed.getFlashMap().get("flashProblem")).asString().contains("存档的专家库快照与公开的校验码不符");
    }

    @Test
    void otherDepartmentsAndExpertsSeeNeitherPoolNorDraw() throws Exception {
        samples.emptyPool();
        ContestKey contest = samples.contest("culture-base");
        samples.application(contest, samples.school("430100"), "{}");
        Actor expert = samples.expert(people.organisation(institute), "4501");
        samples.begin(contest);
        var finance = people.in(organisations.department(Department.FINANCE), Role.PROVINCIAL_OFFICER);
        for (Actor stranger : List.of(finance, expert, people.cityReviewer(People.CHANGSHA))) {
            for (String path : List.of(
                    "/experts",
                    "/experts/people/" + expert.login(),
                    "/experts/import",
                    "/contests/" + contest + "/draw",
                    "/suggestions/experts?q=x")) {
                var answer = send(get(path), stranger);
                assertThat(answer.getStatus()).as(path).isEqualTo(403);
                assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain(expert.name());
            }
            assertThat(send(post("/experts/export").with(csrf()), stranger).getStatus())
                    .isEqualTo(403);
        }
        preview(row(login(), "吴五", institute, "", "4501", "", "", ""));
        assertThat(send(get("/experts/imports/" + lastImport()), people.provincialOfficer())
                        .getStatus())
                .as("another officer's import")
                .isEqualTo(404);
    }

    @Test
    void theExportHoldsThePoolAndStandsInTheRecord() throws Exception {
        Actor expert = samples.expert(people.organisation(institute), "4501");

        var rows = rows(send(post("/experts/export").with(csrf()), officer).getContentAsByteArray());

        assertThat(rows.get(0)).isEqualTo(HEADINGS);
        assertThat(rows).anySatisfy(row -> assertThat(row).startsWith(expert.login(), expert.name(), institute));
        assertThat(actions()).contains("expert.exported");
    }

    private static final List<String> HEADINGS = List.of("登录名", "姓名", "工作单位", "职称", "专业", "可评审开始日期", "可评审结束日期", "邮箱");

    private void draw(ContestKey contest) {
        String task =
                inbox.openTaskOf(contest.toString(), officer).orElseThrow().id();
        assertThat(inbox.complete(
                        task, officer, Map.of("panelSize", 1, "perEntry", 1, "shares", "equal"), Optional.empty()))
                .isInstanceOf(Completion.Completed.class);
        clock.moveBy(Duration.ZERO);
    }

    private static MockHttpServletRequestBuilder entry(
            MockHttpServletRequestBuilder request, String login, String name, String employer, String majors) {
        return request.with(csrf())
                .param("login", login)
                .param("name", name)
                .param("employer", employer)
                .param("title", "教授")
                .param("majors", majors)
                .param("availableFrom", "")
                .param("availableTo", "")
                .param("email", "");
    }

    private static String login() {
        return "p" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    }

    private static List<String> row(String... cells) {
        return List.of(cells);
    }

    @SafeVarargs
    private String preview(List<String>... rows) throws Exception {
        var answer = upload(sheet(HEADINGS, List.of(rows)));
        assertThat(answer.getStatus()).isEqualTo(302);
        return page(answer.getRedirectedUrl());
    }

    private MockHttpServletResponse upload(byte[] content) throws Exception {
        var file = new MockMultipartFile("file", "专家.xlsx", "application/octet-stream", content);
        return browser.perform(
                        multipart("/experts/import").file(file).with(csrf()).with(as(officer)))
                .andReturn()
                .getResponse();
    }

    private long lastImport() {
        return jdbc.sql("select max(id) from expert_import where created_by = :id")
                .param("id", officer.account().value())
                .query(Long.class)
                .single();
    }

    private byte[] confirm(long id) throws Exception {
        var answer = send(post("/experts/imports/" + id + "/confirmation").with(csrf()), officer);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        return answer.getContentAsByteArray();
    }

    private static byte[] sheet(List<String> headings, List<List<String>> rows) throws Exception {
        try (Workbook workbook = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet();
            fill(sheet.createRow(0), headings);
            for (int at = 0; at < rows.size(); at++) {
                fill(sheet.createRow(at + 1), rows.get(at));
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(Row row, List<String> cells) {
        for (int at = 0; at < cells.size(); at++) {
            row.createCell(at).setCellValue(cells.get(at));
        }
    }

    private static List<List<String>> rows(byte[] content) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(cell.getStringCellValue()));
                rows.add(cells);
            }
        }
        return rows;
    }

    private String page(String path) throws Exception {
        var answer = send(get(path), officer);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        return browser.perform(
                        request.accept("text/html", "application/json", "*/*").with(as(actor)))
                .andReturn()
                .getResponse();
    }

    private static RequestPostProcessor as(Actor actor) {
        return authentication(CurrentActor.authentication(new SignedIn(actor, false, false)));
    }

    private static int linesOf(String page) {
        return page.split("class=\"row-link\"", -1).length - 1;
    }

    private List<String> actions() {
        return jdbc.sql(
                        "select action from (select * from audit_line order by number desc limit 60) last order by number")
                .query(String.class)
                .list();
    }

    /** Every text that an import leaves behind. */
    private String everythingStored() {
        return String.join("\n", jdbc.sql("""
                                select details::text from audit_line union all select rows::text from expert_import
                                union all select arguments::text from message union all select password_hash from account""").query(String.class).list());
    }
}
