package org.chuyi.notification.webhook;

import java.util.Set;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.preference.QuietHours;

/**
 * What the administrator asks for.
 *
 * @param address of a change blank where it stays
 * @param secret where the chat makes it; of a change blank where it stays
 */
public record WebhookWanted(
        String name, String address, String secret, String language, Set<NoticeKind> kinds, QuietHours quiet) {}
