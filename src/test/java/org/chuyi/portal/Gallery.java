package org.chuyi.portal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.organisation.Role;
import org.chuyi.organisation.SignedIn;
import org.chuyi.workflow.HomePanel;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Shows every component with sample data, the worst included, to look at and to measure; only in tests. */
@TestConfiguration(proxyBeanMethods = false)
class Gallery {

    static final String LONG_NAME =
            "湖南省新化县楚怡工业学校与长沙、株洲、湘潭三市职业院校及产教融合型企业共建".repeat(9).substring(0, 300);

    static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'self'";

    @Bean
    @Order(-100)
    SecurityFilterChain gallerySecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher("/gallery/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
                .addFilterBefore(
                        (request, response, chain) -> {
                            var as = request.getParameter("as");
                            if (as != null) {
                                SecurityContextHolder.getContext()
                                        .setAuthentication(CurrentActor.authentication(
                                                new SignedIn(person(Role.valueOf(as)), false, false)));
                            }
                            chain.doFilter(request, response);
                        },
                        AuthorizationFilter.class)
                .build();
    }

    static Actor person(Role role) {
        return new Actor(
                new AccountId(1),
                "liu.min",
                "刘敏",
                new OrganisationId(1),
                "湖南工业职业技术学院",
                OrganisationKind.HIGHER_COLLEGE,
                "430100",
                Set.of(role));
    }

    @Controller
    static class Pages {
        private final Clock clock;
        private int revision = 1;
        private Object answers = Map.of(
                "schoolName",
                "湖南工业职业技术学院",
                "logic",
                "面向智能制造产业链。",
                "majors",
                List.of(Map.of("code", "460101", "name", "机械设计与制造")));

        Pages(Clock clock) {
            this.clock = clock;
        }

        @GetMapping("/gallery/{page}")
        String page(@PathVariable String page, Model model) {
            var now = clock.instant();
            model.addAttribute("longName", LONG_NAME);
            model.addAttribute("now", now);
            model.addAttribute("due", now.plus(Duration.ofDays(4)));
            model.addAttribute(
                    "statuses",
                    List.of(
                            "DRAFT",
                            "PARTNER_CONFIRMATION",
                            "SCHOOL_SIGN_OFF",
                            "CITY_REVIEW",
                            "FORMAL_CHECK",
                            "RETURNED",
                            "APPROVED",
                            "REFUSED",
                            "WITHDRAWN",
                            "EXPIRED"));
            model.addAttribute(
                    "crumbItems",
                    List.of(
                            row("label", "申报", "href", "/applications"),
                            row("label", "湖南工业职业技术学院", "href", "/applications")));
            model.addAttribute("rows", cases());
            model.addAttribute(
                    "entries",
                    List.of(
                            row(
                                    "at",
                                    now,
                                    "title",
                                    "退回修改",
                                    "who",
                                    "陈志强 · 长沙市教育局",
                                    "text",
                                    "1. 专业群建设经费预算表合计数与分年度数不一致；\n2. 合作企业确认函缺少盖章页。",
                                    "tone",
                                    "warn"),
                            row(
                                    "at",
                                    now.minus(Duration.ofHours(30)),
                                    "title",
                                    "校级审核通过",
                                    "who",
                                    "王海燕 · 湖南工业职业技术学院",
                                    "text",
                                    null,
                                    "tone",
                                    "good"),
                            row(
                                    "at",
                                    now.minus(Duration.ofDays(3)),
                                    "title",
                                    "提交校级审核",
                                    "who",
                                    "刘敏 · 湖南工业职业技术学院",
                                    "text",
                                    "",
                                    "tone",
                                    "calm")));
            model.addAttribute(
                    "factRows",
                    List.of(
                            row("label", "申报单位", "value", "湖南工业职业技术学院"),
                            row("label", "专业群名称", "value", LONG_NAME),
                            row("label", "建设周期", "value", "2026年—2028年"),
                            row("label", "联系人", "value", null)));
            model.addAttribute(
                    "changes",
                    List.of(
                            row("label", "占地面积（亩）", "before", "812.5", "after", "836"),
                            row("label", "组群逻辑", "before", "以智能制造产业链为主线。", "after", "以智能制造产业链为主线，覆盖设计、加工、装配、检测与运维岗位群。"),
                            row("label", "合作企业 3", "before", null, "after", "三一重工股份有限公司")));
            model.addAttribute(
                    "tabItems",
                    List.of(
                            row("label", "待办", "href", "#", "count", 12, "current", true),
                            row("label", "已办", "href", "#", "count", 1234, "current", false),
                            row("label", "我发起的", "href", "#", "count", 3, "current", false),
                            row("label", "抄送我的", "href", "#", "count", null, "current", false)));
            model.addAttribute(
                    "tileItems",
                    List.of(
                            row("label", "待我办理", "figure", 12, "href", "#", "tone", "hand", "note", "3 件两日内到期"),
                            row("label", "市州审核中", "figure", 48, "href", "#", "tone", "calm", "note", null),
                            row("label", "退回修改", "figure", 6, "href", "#", "tone", "calm", "note", null),
                            row("label", "已推荐", "figure", 1205, "href", "#", "tone", "calm", "note", "名额 28")));
            model.addAttribute(
                    "fieldProblems",
                    List.of(
                            row("path", "email", "label", "电子邮箱", "message", "请填写正确的电子邮箱地址"),
                            row("path", "opinion", "label", "审核意见", "message", "请填写审核意见，不少于 10 字")));
            var choices = new LinkedHashMap<String, String>();
            choices.put("recommended", "同意推荐");
            choices.put("returned", "退回修改");
            choices.put("refused", "不予推荐");
            model.addAttribute("choices", choices);
            model.addAttribute(
                    "requirements",
                    List.of(
                            row(
                                    "code",
                                    "application-letter",
                                    "name",
                                    "申报书（盖章扫描件）",
                                    "hint",
                                    "加盖学校公章后逐页扫描",
                                    "required",
                                    true,
                                    "types",
                                    List.of("pdf"),
                                    "maximumFiles",
                                    1,
                                    "files",
                                    List.of()),
                            row(
                                    "code",
                                    "evidence",
                                    "name",
                                    "佐证材料",
                                    "hint",
                                    null,
                                    "required",
                                    false,
                                    "types",
                                    List.of("pdf", "jpg", "png"),
                                    "maximumFiles",
                                    3,
                                    "files",
                                    List.of(row(
                                            "id",
                                            7,
                                            "name",
                                            LONG_NAME + ".pdf",
                                            "size",
                                            1258291L,
                                            "note",
                                            "刘敏 2026-03-02",
                                            "href",
                                            "/gallery/data/materials/7")))));
            return "gallery/" + page;
        }

        /** The portal's own pages with sample data, so that they can be looked at without a walk. */
        @GetMapping("/gallery/portal/{page}")
        String portal(@PathVariable String page, @RequestParam(defaultValue = "404") int code, Model model) {
            var closes = clock.instant().plus(Duration.ofDays(29));
            model.addAttribute(
                    "openCalls",
                    List.of(row(
                            "title",
                            "2026 年度“楚怡”职业教育项目申报通知",
                            "link",
                            "/calls/2026",
                            "closesOn",
                            java.time.LocalDate.of(2026, 3, 31),
                            "closesAt",
                            closes,
                            "programmes",
                            12)));
            model.addAttribute("person", person(Role.REVIEWER));
            model.addAttribute("toDo", 12L);
            model.addAttribute(
                    "panels",
                    List.of(
                            new HomePanel.Content(
                                    "portal.navigation.inbox",
                                    12,
                                    "/inbox",
                                    true,
                                    List.of(
                                            new HomePanel.Item(
                                                    "智能制造装备技术专业群", "市州审核 · 湖南工业职业技术学院", "/tasks/1", null, -2),
                                            new HomePanel.Item(LONG_NAME, "市州审核", "/tasks/2", null, 1),
                                            new HomePanel.Item("工程机械运维专业群", "市州审核", "/tasks/3", null, 6))),
                            new HomePanel.Content(
                                    "portal.navigation.applications", 48, "/applications", false, List.of())));
            model.addAttribute(
                    "sections", List.of(row("name", "visitor", "points", 3), row("name", "applicant", "points", 6)));
            model.addAttribute("failed", true);
            model.addAttribute("left", false);
            model.addAttribute("password", "Demo-2026");
            model.addAttribute(
                    "people",
                    List.of(
                            row(
                                    "login",
                                    "clerk",
                                    "name",
                                    "刘敏",
                                    "role",
                                    "APPLICANT",
                                    "organisations",
                                    List.of("湖南工业职业技术学院")),
                            row(
                                    "login",
                                    "city",
                                    "name",
                                    "陈志强",
                                    "role",
                                    "REVIEWER",
                                    "organisations",
                                    List.of("长沙市教育局", "株洲市教育局"))));
            model.addAttribute("code", code);
            model.addAttribute("texts", "portal.error." + code);
            model.addAttribute("signedIn", code == 403);
            return "portal/" + page;
        }

        @ResponseBody
        @GetMapping(path = "/gallery/data/schema", produces = MediaType.APPLICATION_JSON_VALUE)
        Resource schema() {
            return new ClassPathResource("gallery/example.form");
        }

        @ResponseBody
        @GetMapping("/gallery/data/draft")
        Map<String, Object> draft() {
            return row("revision", revision, "answers", answers, "savedAt", clock.instant(), "sections", sections());
        }

        @PutMapping("/gallery/data/draft")
        ResponseEntity<Map<String, Object>> save(@RequestBody Map<String, Object> draft) {
            if (((Number) draft.get("revision")).intValue() != revision) {
                return ResponseEntity.status(409)
                        .body(row("savedAt", clock.instant(), "savedBy", "王海燕", "revision", revision));
            }
            revision++;
            answers = draft.get("answers");
            return ResponseEntity.ok(row("revision", revision, "savedAt", clock.instant(), "sections", sections()));
        }

        @PostMapping("/gallery/data/submit")
        ResponseEntity<Map<String, Object>> submit(@RequestBody Map<String, Object> submission) {
            return ResponseEntity.unprocessableEntity()
                    .body(row(
                            "problems",
                            List.of(
                                    row("path", "majors[0].code", "label", "专业代码", "message", "专业目录中没有此代码"),
                                    row("path", "landArea", "label", "占地面积", "message", "应不少于 100 亩"))));
        }

        @PostMapping("/gallery/data/materials")
        ResponseEntity<Map<String, Object>> upload(@RequestParam MultipartFile file, @RequestParam String requirement) {
            return ResponseEntity.ok(row("id", 8, "name", file.getOriginalFilename(), "size", file.getSize()));
        }

        @DeleteMapping("/gallery/data/materials/{id}")
        ResponseEntity<Void> delete(@PathVariable long id) {
            return ResponseEntity.noContent().build();
        }

        @ResponseBody
        @GetMapping(path = "/gallery/data/model", produces = MediaType.APPLICATION_XML_VALUE)
        Resource model() {
            return new FileSystemResource("processes/school-application/school-application.bpmn");
        }

        @ResponseBody
        @GetMapping("/gallery/data/state")
        Map<String, Object> state() {
            return row(
                    "activities",
                    List.of(
                            row("id", "fillInApplication", "state", "returned", "note", "退回 1 次"),
                            row("id", "validateApplication", "state", "done", "note", null),
                            row("id", "schoolSignOff", "state", "done", "note", "王海燕 2026-03-01"),
                            row("id", "cityReview", "state", "active", "note", "长沙市教育局")),
                    "taken",
                    List.of("valid"));
        }

        private static List<Map<String, Object>> sections() {
            return List.of(
                    row("id", "section_basic", "label", "一、学校基本情况", "required", 6, "filled", 4, "problems", 0),
                    row("id", "section_logic", "label", "二、组群逻辑", "required", 3, "filled", 3, "problems", 0),
                    row("id", "section_promise", "label", "三、承诺", "required", 1, "filled", 0, "problems", 1));
        }

        private List<Map<String, Object>> cases() {
            var rows = new ArrayList<Map<String, Object>>();
            var names = List.of(
                    "智能制造装备技术专业群",
                    LONG_NAME,
                    "现代农业与乡村振兴专业群",
                    "Advanced Rail Transit Vehicle Manufacturing and Maintenance Specialty Group",
                    "工程机械运维专业群");
            var statuses = List.of("CITY_REVIEW", "RETURNED", "FORMAL_CHECK", "SCHOOL_SIGN_OFF", "CITY_REVIEW");
            var schools = List.of("湖南工业职业技术学院", "新化县楚怡工业学校", "湖南生物机电职业技术学院", "湖南铁道职业技术学院", "长沙职业技术学院");
            Integer[] left = {1, -2, 6, 0, null};
            for (int i = 0; i < names.size(); i++) {
                rows.add(row(
                        "number",
                        "CY2026-09-%04d".formatted(i + 1),
                        "name",
                        names.get(i),
                        "school",
                        schools.get(i),
                        "status",
                        statuses.get(i),
                        "left",
                        left[i],
                        "at",
                        clock.instant().minus(Duration.ofHours(7L * i))));
            }
            return rows;
        }

        /** Like Map.of, with nulls. */
        private static Map<String, Object> row(Object... pairs) {
            var row = new LinkedHashMap<String, Object>();
            for (int i = 0; i < pairs.length; i += 2) {
                row.put(String.valueOf(pairs[i]), pairs[i + 1]);
            }
            assert Arrays.stream(pairs).count() % 2 == 0;
            return row;
        }
    }
}
