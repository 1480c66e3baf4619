package org.chuyi.notification.preference;

import java.util.Map;
import org.chuyi.notification.NoticeChoice;
import org.chuyi.notification.NoticeKind;

/**
 * A person's.
 *
 * @param choices what she has chosen; other kinds have their own
 * @param digestHour of a workday, 0 to 23
 */
public record Preferences(Map<NoticeKind, NoticeChoice> choices, QuietHours quiet, int digestHour) {

    public static final int USUAL_DIGEST_HOUR = 9;

    public static final Preferences USUAL = new Preferences(Map.of(), QuietHours.USUAL, USUAL_DIGEST_HOUR);

    public Preferences {
        choices = Map.copyOf(choices);
    }

    /** What may not be chosen (any longer) counts as not chosen. */
    public NoticeChoice of(NoticeKind kind) {
        NoticeChoice chosen = choices.getOrDefault(kind, kind.usual());
        return kind.choices().contains(chosen) ? chosen : kind.usual();
    }
}
