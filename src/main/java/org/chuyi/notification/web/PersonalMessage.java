package org.chuyi.notification.web;

import java.time.Instant;

/**
 * As its reader sees it.
 *
 * @param count more than one where it stands for a burst
 */
record PersonalMessage(long id, String title, String text, String link, Instant createdAt, boolean unread, int count) {

    public boolean burst() {
        return count > 1;
    }
}
