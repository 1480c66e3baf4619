package org.chuyi.notification.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chuyi.notification.outbox.Json;
import org.chuyi.shared.Hmac;
import org.chuyi.shared.WorkCalendar;

/** Our own form, see src/docs/webhooks.md: HMAC-SHA256 over {@code <timestamp>.<body>}, in hex, in a header. */
final class PlainDialect implements RobotDialect {

    static final String TIMESTAMP = "X-Chuyi-Timestamp";
    static final String SIGNATURE = "X-Chuyi-Signature";
    static final String DELIVERY = "X-Chuyi-Delivery";

    @Override
    public RobotCall call(SealedWebhook robot, URI uri, Instant at, RobotMessage message) {
        String body = body(at, message);
        String timestamp = Long.toString(at.getEpochSecond());
        return new RobotCall(
                uri,
                Map.of(
                        DELIVERY,
                        message.delivery(),
                        TIMESTAMP,
                        timestamp,
                        SIGNATURE,
                        "v1=" + Hmac.hex(robot.secret(), timestamp + "." + body)),
                body);
    }

    private static String body(Instant at, RobotMessage message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", message.delivery());
        body.put("kind", message.kind());
        body.put("sentAt", at.atZone(WorkCalendar.ZONE).toOffsetDateTime().toString());
        body.put("organisation", message.organisation());
        body.put("title", message.title());
        body.put("count", message.count());
        body.put("items", message.items());
        body.put("link", message.link());
        body.put("text", message.text());
        return Json.write(body);
    }

    @Override
    public Optional<Integer> refusal(RobotAnswer answer) {
        return Optional.empty();
    }
}
