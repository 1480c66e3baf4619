package org.chuyi.notification.webhook;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.outbox.Notice;

/**
 * Notices of one kind for a robot. Stored as a parcel's arguments: nothing else of a notice gets that far.
 *
 * @param items at most {@link #MOST_ITEMS} of them
 */
record RobotBundle(NoticeKind kind, int count, List<Item> items) {

    private static final int MOST_ITEMS = 20;

    /**
     * @param title a text, or one in each language
     * @param number of the application or case, or empty
     */
    record Item(Object title, String number, String link) {}

    /** What two posts of the organisation were told is one notice. */
    static RobotBundle of(NoticeKind kind, Collection<Notice> notices) {
        Map<List<String>, Item> items = new LinkedHashMap<>();
        notices.forEach(notice -> items.putIfAbsent(List.of(notice.template(), notice.link()), item(notice)));
        return new RobotBundle(
                kind, items.size(), items.values().stream().limit(MOST_ITEMS).toList());
    }

    private static Item item(Notice notice) {
        Object number = notice.arguments().get("number");
        return new Item(notice.subject(), number == null ? "" : number.toString(), notice.link());
    }
}
