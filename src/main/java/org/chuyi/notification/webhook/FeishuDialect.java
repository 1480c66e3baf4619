package org.chuyi.notification.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chuyi.notification.outbox.Json;
import org.chuyi.shared.Hmac;

/**
 * 飞书自定义机器人, 签名校验 (open.feishu.cn): seconds and signature stand in the body; {@code <timestamp>\n<secret>} is the key
 * and what is signed is empty.
 */
final class FeishuDialect implements RobotDialect {

    private static final int LONGEST_TEXT = 16_000;

    @Override
    public RobotCall call(SealedWebhook robot, URI uri, Instant at, RobotMessage message) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("timestamp", timestamp);
        body.put("sign", Hmac.base64(timestamp + "\n" + robot.secret(), ""));
        body.put("msg_type", "text");
        body.put("content", Map.of("text", message.textWithin(LONGEST_TEXT)));
        return new RobotCall(uri, Map.of(), Json.write(body));
    }

    @Override
    public Optional<Integer> refusal(RobotAnswer answer) {
        return AnswerCode.of(answer, "code");
    }
}
