package org.chuyi.portal;

import java.time.Instant;
import java.util.List;
import org.chuyi.organisation.Actor;

/**
 * What the frame of a page shows around its content.
 *
 * @param actor the acting person, or null for a visitor
 * @param roles her roles in the reader's language, joined
 * @param unread her unread messages
 * @param otherLanguageHref this page in the other language
 * @param onSignIn whether this is the sign-in page, which needs no link to itself
 */
record Layout(
        Actor actor,
        String roles,
        List<NavigationItem> navigation,
        boolean demonstration,
        Instant serverTime,
        long unread,
        String otherLanguageHref,
        boolean onSignIn) {

    /** Whether she has tasks at all. */
    public boolean hasDesk() {
        return navigation.stream().anyMatch(item -> item.href().equals("/inbox"));
    }

    /** One entry of the main navigation; {@code label} is a message key. */
    record NavigationItem(String href, String label, boolean current) {}
}
