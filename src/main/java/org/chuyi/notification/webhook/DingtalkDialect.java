package org.chuyi.notification.webhook;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chuyi.shared.Hmac;

/**
 * 钉钉自定义机器人, 加签 (open.dingtalk.com): the address gets the milliseconds and the signature over {@code <timestamp>\n<secret>}.
 */
final class DingtalkDialect implements RobotDialect {

    private static final int LONGEST_TEXT = 16_000;

    @Override
    public RobotCall call(SealedWebhook robot, URI uri, Instant at, RobotMessage message) {
        long timestamp = at.toEpochMilli();
        String signature = Hmac.base64(robot.secret(), timestamp + "\n" + robot.secret());
        return new RobotCall(
                URI.create(uri + (uri.getRawQuery() == null ? "?" : "&") + "timestamp=" + timestamp + "&sign="
                        + URLEncoder.encode(signature, StandardCharsets.UTF_8)),
                Map.of(),
                WecomDialect.textMessage(message.textWithin(LONGEST_TEXT)));
    }

    @Override
    public Optional<Integer> refusal(RobotAnswer answer) {
        return AnswerCode.of(answer, "errcode");
    }
}
