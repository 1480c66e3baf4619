package org.chuyi.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.testing.People.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chuyi.notification.NoticeChoice;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.NoticesScene;
import org.chuyi.notification.preference.NoticePreferences;
import org.chuyi.notification.preference.QuietHours;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.testing.Looks;
import org.chuyi.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A person's settings, and the administrator's texts and robots. */
class NoticePagesTest extends NoticesScene {

    private static final String TEMPLATE = "/administration/notices/templates/signerObjected";
    private static final String WEBHOOKS = "/administration/notices/webhooks";

    @Autowired
    MockMvc browser;

    @Autowired
    People people;

    @Autowired
    NoticePreferences preferences;

    @LocalServerPort
    int port;

    private Actor reviewer;
    private Actor clerk;
    private Actor administrator;

    @BeforeEach
    void people() {
        reviewer = people.cityReviewer(People.CHANGSHA);
        clerk = people.applicantOf("长沙民政职业技术学院");
        administrator = people.in(people.organisation("湖南省教育厅"), Role.SYSTEM_ADMINISTRATOR);
        jdbc.sql("update account set email = 'somebody@example.org' where id in (:a, :b)")
                .param("a", reviewer.account().value())
                .param("b", clerk.account().value())
                .update();
    }

    @Test
    void aPersonChoosesByKindAndTheRecordSaysWhatChanged() throws Exception {
        perform(
                        post("/account/notices")
                                .param("TASK", "DIGEST")
                                .param("DUE", "IN_APP")
                                .param("ACCOUNT", "IN_APP")
                                .param("RESULT", "DIGEST")
                                .param("quiet", "true")
                                .param("quietFrom", "21:30")
                                .param("quietUntil", "07:00")
                                .param("digestHour", "16"),
                        reviewer)
                .andExpect(redirectedUrl("/account/notices"))
                .andExpect(flash().attribute("flash", "通知设置已保存。"));

        var hers = preferences.of(reviewer.account());
        assertThat(hers.choices())
                .isEqualTo(Map.of(NoticeKind.TASK, NoticeChoice.DIGEST, NoticeKind.DUE, NoticeChoice.IN_APP));
        assertThat(hers.quiet().from()).hasToString("21:30");
        assertThat(hers.digestHour()).isEqualTo(16);
        assertThat(details("notice.preferencesChanged", reviewer.login()))
                .isEqualTo("{\"DUE\":\"AT_ONCE → IN_APP\",\"TASK\":\"AT_ONCE → DIGEST\","
                        + "\"digestHour\":\"9 → 16\",\"quiet\":\"22:00–08:00 → 21:30–07:00\"}");

        perform(post("/account/notices").param("digestHour", "16"), reviewer)
                .andExpect(flash().attribute("flash", "通知设置已保存。"));
        assertThat(preferences.of(reviewer.account()).quiet()).isEqualTo(QuietHours.NONE);
        assertThat(preferences.of(reviewer.account()).of(NoticeKind.TASK)).isEqualTo(NoticeChoice.DIGEST);
    }

    @Test
    void whatMayNotBeSwitchedOffSaysSoAndIsRefused() throws Exception {
        browser.perform(get("/account/notices").with(as(clerk)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("申报结果与补正"),
                                containsString("涉及期限或者决定，不能仅保留站内"),
                                containsString("站内消息随时送达，任何一类都不能关闭"),
                                not(containsString("下级办件逾期的报告")))));
        perform(post("/account/notices").param("RESULT", "IN_APP").param("TASK", "DIGEST"), clerk)
                .andExpect(flash().attribute("flashProblem", "“申报结果与补正”不能选择此方式，设置未保存。"));
        assertThat(preferences.of(clerk.account()).choices()).isEmpty();
        for (String hour : List.of("3", "24")) {
            perform(post("/account/notices").param("digestHour", hour), clerk)
                    .andExpect(flash().attribute("flashProblem", "请填写正确的时间。"));
        }
        perform(post("/account/notices").param("quiet", "true").param("quietFrom", "25:00"), clerk)
                .andExpect(flash().attribute("flashProblem", "请填写正确的时间。"));
    }

    @Test
    void anUnknownPlaceholderIsRefusedByName() throws Exception {
        perform(texts(post(TEMPLATE).param("version", "0"), "{title}", "{secret} 不同意"), administrator)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("不能使用 {secret}，只能使用所列占位符")));
        perform(texts(post(TEMPLATE + "/preview"), "${title}", "{T(java.lang.Runtime)}"), administrator)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("不能使用 {T(java.lang.Runtime)}")));
        assertThat(versions()).isZero();
    }

    @Test
    void textsArePreviewedSavedUsedAndRestoredWithEachVersionKept() throws Exception {
        perform(texts(post(TEMPLATE + "/preview"), "甲 {title}", "<b>{person}</b>"), administrator)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("甲 楚怡高水平专业群"),
                                containsString("&lt;b&gt;王芳&lt;/b&gt;"),
                                containsString("Objection: Chuyi specialty group"))));
        assertThat(versions()).isZero();

        perform(texts(post(TEMPLATE).param("version", "0"), "甲 {title}", "{person}：{reason}"), administrator)
                .andExpect(redirectedUrl(TEMPLATE))
                .andExpect(flash().attribute("flash", "模板已保存，即时生效。"));
        transaction.executeWithoutResult(open -> notifications.tell(
                List.of(reviewer.account()),
                "signerObjected",
                Map.of("title", "专业群", "number", "1", "person", "李敏", "reason", "依据不足"),
                "/inbox"));
        browser.perform(get("/messages").with(as(reviewer)))
                .andExpect(content().string(allOf(containsString("甲 专业群"), containsString("李敏：依据不足"))));
        perform(texts(post(TEMPLATE).param("version", "0"), "乙", "乙"), administrator)
                .andExpect(flash().attribute("flashProblem", "他人已修改此模板，请核对后再保存。"));
        browser.perform(get(TEMPLATE).with(as(administrator)))
                .andExpect(content().string(allOf(containsString(administrator.name()), containsString("恢复默认"))));
        browser.perform(get("/administration/notices").with(as(administrator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("第 1 版，" + administrator.name()),
                                containsString("甲 楚怡高水平专业群"),
                                not(containsString("{title}")))));

        perform(post(TEMPLATE + "/default").param("version", "1"), administrator)
                .andExpect(flash().attribute("flash", "已恢复默认内容。"));
        browser.perform(get("/messages").with(as(reviewer))).andExpect(content().string(containsString("加签不同意：专业群")));
        assertThat(versions()).isEqualTo(2);
        assertThat(jdbc.sql("select action from audit_line where subject = 'signerObjected' order by number")
                        .query(String.class)
                        .list())
                .containsExactly("notice.templateChanged", "notice.templateRestored");
        jdbc.sql("delete from notice_template where template = 'signerObjected'")
                .update();
        browser.perform(get("/administration/notices/templates/nothing").with(as(administrator)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aRobotsSecretIsShownOnceAndItsAddressNever() throws Exception {
        var made = perform(robot(post(WEBHOOKS), "http://localhost:9/hook?key=k1"), administrator)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("密钥只显示这一次")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var secret = Pattern.compile("<code class=\"figure\">([^<]{43})</code>").matcher(made);
        assertThat(secret.find()).isTrue();
        String page = WEBHOOKS + "/" + newest();

        browser.perform(get(page).with(as(administrator)))
                .andExpect(content()
                        .string(allOf(
                                containsString("localhost"),
                                not(containsString(secret.group(1))),
                                not(containsString("key=k1")))));
        perform(post(page + "/test"), administrator).andExpect(flash().attribute("flashProblem", "无法连接接收方"));
        perform(robot(post(page), ""), administrator).andExpect(redirectedUrl(page));
        perform(robot(post(page), "https://127.0.0.1/"), administrator)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("地址指向本机或者内部网络，不允许使用。")));
        perform(post(page + "/switch").param("on", "false"), administrator)
                .andExpect(flash().attribute("flash", "机器人已停用，尚未发出的消息不再发送。"));
        perform(post(page + "/test"), administrator).andExpect(flash().attribute("flashProblem", "机器人已停用，未发送。"));
    }

    @Test
    void pagesAtTheDeskAndOnThePhone() throws Exception {
        var robot = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        robot.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        robot.start();
        for (int i = 0; i < 40; i++) {
            int each = i;
            transaction.executeWithoutResult(open -> notifications.tell(
                    List.of(reviewer.account()),
                    each < 38 ? "reviewAsked" : "reviewReminder",
                    Map.of("title", "楚怡高水平专业群", "number", "CY2026-09-00" + each, "due", "2026-03-09"),
                    "/inbox"));
        }
        perform(texts(post(TEMPLATE).param("version", "0"), "不同意：{title}", "{person}：{reason}"), administrator);
        perform(robot(post(WEBHOOKS), "http://localhost:" + robot.getAddress().getPort() + "/hook"), administrator);
        String page = WEBHOOKS + "/" + newest();
        perform(post(page + "/test"), administrator).andExpect(flash().attribute("flash", "测试消息已被接收。"));
        robot.stop(0);
        perform(post(page + "/test"), administrator);
        try (var looks = new Looks(port, jdbc)) {
            looks.at(reviewer, "/account/notices", "notices-preferences", "新待办", "免打扰时段");
            looks.at(reviewer, "/messages", "notices-messages", "等 38 条");
            looks.at(administrator, "/administration/notices", "notices-templates", "新的待审申报：楚怡高水平专业群");
            looks.at(administrator, TEMPLATE, "notices-template", "可用的占位符", "预览");
            looks.at(administrator, WEBHOOKS, "notices-webhooks", "审核群");
            looks.at(administrator, page, "notices-webhook", "无法连接接收方", "已接收（HTTP 204）");
            for (String each : List.of("/administration/notices", TEMPLATE, WEBHOOKS, page)) {
                inEnglish(each, administrator);
            }
            inEnglish("/account/notices", reviewer);
            inEnglish("/messages", reviewer);
            inEnglish("/account/notices", clerk);
        } finally {
            jdbc.sql("delete from notice_template where template = 'signerObjected'")
                    .update();
        }
    }

    private ResultActions perform(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        return browser.perform(request.with(as(actor)).with(csrf()));
    }

    /** Every text is there. */
    private void inEnglish(String page, Actor actor) throws Exception {
        browser.perform(get(page).param("lang", "en").with(as(actor)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("lang=\"en\""), not(containsString("??")))));
    }

    private static MockHttpServletRequestBuilder texts(
            MockHttpServletRequestBuilder request, String title, String text) {
        return request.param("titleZh", title)
                .param("textZh", text)
                .param("titleEn", "Objection: {title}")
                .param("textEn", "{person}: {reason}");
    }

    private MockHttpServletRequestBuilder robot(MockHttpServletRequestBuilder request, String address) {
        return request.param("organisation", reviewer.organisationName())
                .param("name", "审核群")
                .param("address", address)
                .param("language", "zh-CN")
                .param("kinds", "TASK", "DUE")
                .param("quiet", "true")
                .param("quietFrom", "22:00")
                .param("quietUntil", "08:00");
    }

    private long newest() {
        return jdbc.sql("select max(id) from webhook").query(Long.class).single();
    }

    private int versions() {
        return jdbc.sql("select count(*) from notice_template where template = 'signerObjected'")
                .query(Integer.class)
                .single();
    }

    private String details(String action, String subject) {
        return jdbc.sql("select details::text from audit_line where action = :action and subject = :subject"
                        + " order by number limit 1")
                .param("action", action)
                .param("subject", subject)
                .query(String.class)
                .single();
    }
}
