package org.chuyi.notification.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/** The two pages of the administrator's 通知管理. */
final class NoticeTabs {

    static final String TEMPLATES = "/administration/notices";
    static final String WEBHOOKS = "/administration/notices/webhooks";

    private NoticeTabs() {}

    static List<MessagesController.Tab> of(String current, MessageSource messages, Locale locale) {
        return Stream.of(TEMPLATES, WEBHOOKS)
                .map(href -> new MessagesController.Tab(
                        messages.getMessage(
                                href.equals(TEMPLATES) ? "notification.templates" : "notification.webhooks",
                                null,
                                locale),
                        href,
                        null,
                        href.equals(current)))
                .toList();
    }
}
