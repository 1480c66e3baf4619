package org.chuyi.notification.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chuyi.notification.outbox.Json;

/** 企业微信群机器人 (developer.work.weixin.qq.com, document 91770): a text of at most 2,048 bytes, no signature. */
final class WecomDialect implements RobotDialect {

    private static final int LONGEST_TEXT = 2_048;

    @Override
    public RobotCall call(SealedWebhook robot, URI uri, Instant at, RobotMessage message) {
        return new RobotCall(uri, Map.of(), textMessage(message.textWithin(LONGEST_TEXT)));
    }

    static String textMessage(String text) {
        return Json.write(Map.of("msgtype", "text", "text", Map.of("content", text)));
    }

    @Override
    public Optional<Integer> refusal(RobotAnswer answer) {
        return AnswerCode.of(answer, "errcode");
    }
}
