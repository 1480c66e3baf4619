package org.chuyi.notification.message;

import java.time.Instant;
import org.chuyi.notification.NoticeKind;

/**
 * As its reader sees it.
 *
 * @param count more than one where it stands for a burst
 */
public record PersonalMessage(
        long id,
        NoticeKind kind,
        String title,
        String text,
        String link,
        Instant createdAt,
        boolean unread,
        int count) {

    public boolean burst() {
        return count > 1;
    }
}
