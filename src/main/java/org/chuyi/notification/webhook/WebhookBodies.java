package org.chuyi.notification.webhook;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chuyi.notification.outbox.Json;
import org.chuyi.notification.text.MessageTexts;
import org.chuyi.shared.WorkCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a robot is told: kind, title, number and link. No person's name, no reason, nothing of an application's content: a
 * chat group is no place for them, and who reads there is not ours to know.
 */
@Component
class WebhookBodies {

    private final MessageSource messages;
    private final Clock clock;
    private final String portal;

    WebhookBodies(MessageSource messages, Clock clock, @Value("${chuyi.address}") String portal) {
        this.messages = messages;
        this.clock = clock;
        this.portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
    }

    String of(SealedWebhook robot, String delivery, RobotBundle bundle) {
        Locale language = robot.language();
        String kind = say("notification.kind." + bundle.kind(), language);
        String title = bundle.count() == 1
                ? say(
                        "notification.webhook.one",
                        language,
                        kind,
                        titleOf(bundle.items().get(0), language))
                : say("notification.digest.kind", language, kind, bundle.count());
        return body(
                robot,
                delivery,
                bundle.kind().name(),
                title,
                bundle.count(),
                bundle.items().stream().map(item -> item(item, language)).toList(),
                bundle.count() == 1
                        ? bundle.items().get(0).link()
                        : bundle.kind().place());
    }

    String test(SealedWebhook robot, String delivery) {
        return body(
                robot, delivery, "TEST", say("notification.webhook.test.message", robot.language()), 0, List.of(), "/");
    }

    private String body(
            SealedWebhook robot,
            String delivery,
            String kind,
            String title,
            int count,
            List<Map<String, Object>> items,
            String link) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", delivery);
        body.put("kind", kind);
        body.put(
                "sentAt",
                clock.instant().atZone(WorkCalendar.ZONE).toOffsetDateTime().toString());
        body.put("organisation", robot.organisationName());
        body.put("title", title);
        body.put("count", count);
        body.put("items", items);
        body.put("link", portal + link);
        body.put("text", title + lines(items) + "\n" + portal + link);
        return Json.write(body);
    }

    private static String lines(List<Map<String, Object>> items) {
        return items.size() < 2
                ? ""
                : items.stream().map(item -> "\n· " + item.get("title")).collect(Collectors.joining());
    }

    private Map<String, Object> item(RobotBundle.Item item, Locale language) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("title", titleOf(item, language));
        shown.put("number", item.number());
        shown.put("link", portal + item.link());
        return shown;
    }

    private static String titleOf(RobotBundle.Item item, Locale language) {
        String title = MessageTexts.shown(item.title(), language);
        return item.number().isEmpty() ? title : title + " " + item.number();
    }

    private String say(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
