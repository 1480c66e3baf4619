package org.chuyi.notification.webhook;

import java.util.List;
import java.util.Locale;
import org.chuyi.notification.text.MessageTexts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a robot is told: kind, title, number and link. No person's name, no reason, nothing of an application's content: a
 * chat group is no place for them, and who reads there is not ours to know.
 */
@Component
class RobotMessages {

    private final MessageSource messages;
    private final String portal;

    RobotMessages(MessageSource messages, @Value("${chuyi.address}") String portal) {
        this.messages = messages;
        this.portal = portal.endsWith("/") ? portal.substring(0, portal.length() - 1) : portal;
    }

    RobotMessage of(SealedWebhook robot, String delivery, RobotBundle bundle) {
        Locale language = robot.language();
        String kind = say("notification.kind." + bundle.kind(), language);
        String title = bundle.count() == 1
                ? say(
                        "notification.webhook.one",
                        language,
                        kind,
                        titleOf(bundle.items().get(0), language))
                : say("notification.digest.kind", language, kind, bundle.count());
        String link = bundle.count() == 1
                ? bundle.items().get(0).link()
                : bundle.kind().place();
        return new RobotMessage(
                delivery,
                bundle.kind().name(),
                robot.organisationName(),
                title,
                bundle.count(),
                bundle.items().stream().map(item -> item(item, language)).toList(),
                portal + link);
    }

    RobotMessage test(SealedWebhook robot, String delivery) {
        return new RobotMessage(
                delivery,
                RobotMessage.TEST,
                robot.organisationName(),
                say("notification.webhook.test.message", robot.language()),
                0,
                List.of(),
                portal + "/");
    }

    private RobotMessage.Item item(RobotBundle.Item item, Locale language) {
        return new RobotMessage.Item(titleOf(item, language), item.number(), portal + item.link());
    }

    private static String titleOf(RobotBundle.Item item, Locale language) {
        String title = MessageTexts.shown(item.title(), language);
        return item.number().isEmpty() ? title : title + " " + item.number();
    }

    private String say(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }
}
