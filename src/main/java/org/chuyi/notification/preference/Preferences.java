package org.chuyi.notification.preference;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chuyi.notification.NoticeChoice;
import org.chuyi.notification.NoticeKind;

/**
 * A person's.
 *
 * @param choices what she has chosen; other kinds have their own
 * @param digestHour of a workday, one of {@link #digestHours()}
 */
public record Preferences(Map<NoticeKind, NoticeChoice> choices, QuietHours quiet, int digestHour) {

    public static final int USUAL_DIGEST_HOUR = 9;

    public static final Preferences USUAL = new Preferences(Map.of(), QuietHours.USUAL, USUAL_DIGEST_HOUR);

    public Preferences {
        choices = Map.copyOf(choices);
    }

    /** Those that a digest can be had at. */
    public static List<Integer> digestHours() {
        return IntStream.rangeClosed(7, 20).boxed().toList();
    }

    /** What may not be chosen (any longer) counts as not chosen. */
    public NoticeChoice of(NoticeKind kind) {
        NoticeChoice chosen = choices.getOrDefault(kind, kind.usual());
        return kind.choices().contains(chosen) ? chosen : kind.usual();
    }
}
