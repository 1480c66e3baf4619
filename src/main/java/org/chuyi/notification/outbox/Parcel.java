package org.chuyi.notification.outbox;

import java.util.Locale;
import java.util.Map;

/**
 * What waits in the outbox.
 *
 * @param receiver id of the account or of the webhook
 * @param address a mail's, as the account had it when it was written
 * @param template of a single notice
 * @param arguments of a single notice the named values of its texts; else {@link Bundle}
 * @param link path in the portal
 */
public record Parcel(
        long id,
        long receiver,
        String address,
        Locale language,
        Form form,
        String template,
        Map<String, Object> arguments,
        String link) {

    /** The names are stored. */
    public enum Form {
        SINGLE,
        /** Many of one kind. */
        BURST,
        /** Of several kinds. */
        DIGEST
    }
}
