package org.chuyi.notification.outbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chuyi.notification.NoticeKind;

/**
 * Many notices of one kind as one: how many, by programme or round. Stored as a parcel's arguments.
 *
 * @param more programmes or rounds that are counted and not named
 */
public record Bundle(NoticeKind kind, int count, List<Subject> subjects, int more) {

    /** Named in one letter; whoever wants more looks into the portal. */
    private static final int MOST_SUBJECTS = 20;

    /**
     * @param title a text, or one in each language
     * @param link the notice's own where there is one, else the kind's page
     */
    public record Subject(Object title, int count, String link) {}

    public static Bundle of(NoticeKind kind, Collection<Notice> notices) {
        Map<Object, List<Notice>> bySubject = notices.stream()
                .collect(Collectors.groupingBy(Notice::subject, LinkedHashMap::new, Collectors.toList()));
        List<Subject> subjects = bySubject.entrySet().stream()
                .limit(MOST_SUBJECTS)
                .map(each -> new Subject(
                        each.getKey(),
                        each.getValue().size(),
                        each.getValue().size() == 1 ? each.getValue().get(0).link() : kind.place()))
                .toList();
        return new Bundle(kind, notices.size(), subjects, bySubject.size() - subjects.size());
    }
}
