package org.chuyi.notification.webhook;

import java.time.Instant;
import java.util.Set;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.preference.QuietHours;
import org.chuyi.organisation.OrganisationId;

/**
 * A chat robot of an organisation, as its administrators see it: neither its whole address nor its secret.
 *
 * @param host of its address
 * @param language tag of the language in which it is told
 * @param kinds what it is told of
 */
public record Webhook(
        long id,
        OrganisationId organisation,
        String organisationName,
        String name,
        RobotKind kind,
        String host,
        String language,
        Set<NoticeKind> kinds,
        QuietHours quiet,
        boolean enabled,
        Instant createdAt) {}
