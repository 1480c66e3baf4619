package org.chuyi.notification;

import java.util.Collection;
import java.util.Map;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Post;

/**
 * Tells people: in the portal at once; by mail, and an organisation's robot, after the transaction, as each wants it. To
 * applicants nothing of an inner step is told, whoever asks for it.
 */
public interface Notifications {

    /**
     * Writes one message for each person in the current transaction.
     *
     * @param template key of the texts {@code notification.<template>.title} and {@code notification.<template>.text}
     * @param arguments named values that the texts use as {name}; stored, so that each reader sees them in her language
     * @param link path in the portal, e.g. {@code /applications/CY2026-09-0001}
     */
    void tell(Collection<AccountId> people, String template, Map<String, ?> arguments, String link);

    /** The same to everybody who holds the post at this moment, and to whoever stands in for one of them. */
    void tell(Post post, String template, Map<String, ?> arguments, String link);

    /** The same to everybody who holds one of these posts, once each. */
    void tellAll(Collection<Post> posts, String template, Map<String, ?> arguments, String link);

    /**
     * The same of a step of that post: its organisation's own applicants may hear of it, and so does whoever stands in
     * for one of these people there (代理).
     */
    void tell(Post step, Collection<AccountId> people, String template, Map<String, ?> arguments, String link);

    /** The same of a step of that organisation: its own applicants may hear of it. */
    void tell(OrganisationId step, Post post, String template, Map<String, ?> arguments, String link);
}
