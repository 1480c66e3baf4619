package org.chuyi.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chuyi.shared.Hmac;
import org.junit.jupiter.api.Test;

/** Exactly what WeCom, DingTalk and Feishu ask for; the signatures were computed apart from this program. */
class RobotDialectTest {

    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");

    private static final RobotMessage ONE = new RobotMessage(
            "4711",
            "TASK",
            "长沙市教育局",
            "新待办：高水平专业群 CY2026-09-0001",
            1,
            List.of(new RobotMessage.Item("高水平专业群 CY2026-09-0001", "CY2026-09-0001", "https://c.example.org/tasks/1")),
            "https://c.example.org/tasks/1");

    private static final RobotMessage MANY = new RobotMessage(
            "4712",
            "TASK",
            "长沙市教育局",
            "新待办：300 条",
            300,
            IntStream.range(0, 20)
                    .mapToObj(i -> new RobotMessage.Item(
                            "楚怡高水平专业群建设项目".repeat(4) + i, "" + i, "https://c.example.org/tasks/" + i))
                    .toList(),
            "https://c.example.org/inbox");

    @Test
    void wecomGetsATextAndNoSignature() {
        var call = call(RobotKind.WECOM, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k", "", ONE);

        assertThat(call.uri()).hasToString("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k");
        assertThat(call.headers()).isEmpty();
        assertThat(call.body())
                .contains("\"msgtype\":\"text\"")
                .contains("\"text\":{\"content\":\"新待办：高水平专业群 CY2026-09-0001\\nhttps://c.example.org/tasks/1\"}");
    }

    @Test
    void aLongTextIsCutBetweenItsLinesAndKeepsItsLink() {
        String text = MANY.textWithin(2_048);

        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2_048);
        assertThat(text.lines().count()).isEqualTo(16);
        assertThat(text)
                .startsWith("新待办：300 条\n· " + "楚怡高水平专业群建设项目".repeat(4) + "0\n")
                .endsWith("\n…\nhttps://c.example.org/inbox");
        assertThat(MANY.text().lines().count()).isEqualTo(22);
    }

    @Test
    void dingtalkGetsItsSignatureInTheAddress() {
        var call = call(
                RobotKind.DINGTALK, "https://oapi.dingtalk.com/robot/send?access_token=t", "SEC0123456789abcdef", ONE);

        assertThat(call.uri())
                .hasToString("https://oapi.dingtalk.com/robot/send?access_token=t&timestamp=1772413200000"
                        + "&sign=WCaPrUZ6LQZAElljjBIu79%2FwsJ6lD3latElw1p%2F3lfA%3D");
        assertThat(call.body()).contains("\"msgtype\":\"text\"", "\"content\":\"新待办：");
    }

    @Test
    void feishuGetsItsSignatureInTheBody() {
        var call = call(RobotKind.FEISHU, "https://open.feishu.cn/open-apis/bot/v2/hook/h", "feishu-secret", ONE);

        assertThat(call.uri()).hasToString("https://open.feishu.cn/open-apis/bot/v2/hook/h");
        assertThat(call.body())
                .isEqualTo("{\"timestamp\":\"1772413200\",\"sign\":\"q3VjJOFamKJ0uzmU1sFv8P1kKZqFzXZ5sMUY+8B62Y8=\","
                        + "\"msg_type\":\"text\",\"content\":{\"text\":\"新待办：高水平专业群 CY2026-09-0001\\n"
                        + "https://c.example.org/tasks/1\"}}");
    }

    /** The example of src/docs/webhooks.md. */
    @Test
    void ourOwnSignatureIsTheDocumentedOne() {
        assertThat(Hmac.hex("secret", "1772413200.{\"kind\":\"TEST\"}"))
                .isEqualTo("597d82358c108b67374e7846e9af2c7fc3a7719c569078d790fcde7a2642b50c");
    }

    @Test
    void theirCodeSaysWhetherTheyTookIt() {
        assertThat(refusal(RobotKind.WECOM, "{\"errcode\":0,\"errmsg\":\"ok\"}"))
                .isNull();
        assertThat(refusal(RobotKind.WECOM, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}"))
                .isEqualTo(93000);
        assertThat(refusal(RobotKind.DINGTALK, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}"))
                .isEqualTo(310000);
        assertThat(refusal(RobotKind.FEISHU, "{\"code\":0,\"msg\":\"success\",\"data\":{}}"))
                .isNull();
        assertThat(refusal(RobotKind.FEISHU, "{\"code\":19021,\"msg\":\"sign match fail\"}"))
                .isEqualTo(19021);
        assertThat(refusal(RobotKind.FEISHU, "<html>sign in to the network</html>"))
                .isEqualTo(AnswerCode.NONE);
        assertThat(refusal(RobotKind.PLAIN, "anything")).isNull();
    }

    private static RobotCall call(RobotKind kind, String address, String secret, RobotMessage message) {
        var robot = new SealedWebhook(1, kind, "长沙市教育局", address, secret, Locale.SIMPLIFIED_CHINESE);
        return RobotDialect.of(kind).call(robot, URI.create(address), AT, message);
    }

    private static Integer refusal(RobotKind kind, String answer) {
        return RobotDialect.of(kind).refusal(new RobotAnswer(200, answer)).orElse(null);
    }
}
