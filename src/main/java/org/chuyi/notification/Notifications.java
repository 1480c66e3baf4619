package org.chuyi.notification;

import java.util.Collection;
import java.util.Map;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Post;

/** Tells people: in the portal at once, by mail after the transaction. */
public interface Notifications {

    /**
     * Writes one in-app message for each person, and a mail line in the outbox where she has an address, in the current
     * transaction.
     *
     * @param template key of the texts {@code notification.<template>.title} and {@code notification.<template>.text}
     * @param arguments named values that the texts use as {name}; stored, so that each reader sees them in her language
     * @param link path in the portal, e.g. {@code /applications/CY2026-09-0001}
     */
    void tell(Collection<AccountId> people, String template, Map<String, ?> arguments, String link);

    /** The same to everybody who holds the post at this moment. */
    void tell(Post post, String template, Map<String, ?> arguments, String link);
}
