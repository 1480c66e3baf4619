package org.chuyi.notification.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chuyi.notification.Bursts;

/** Folds a person's latest messages into what one page shows; a page ends where an hour ends. */
final class MessageFolding {

    private MessageFolding() {}

    /** @param hour in which it was told */
    record Row(long id, String template, Instant hour, boolean unread) {
        Burst burst() {
            return new Burst(template, hour, unread);
        }
    }

    private record Burst(String template, Instant hour, boolean unread) {}

    /**
     * @param counts what is shown, newest first: a message's id and for how many it stands
     * @param next id before which the next page begins
     */
    record Page(Map<Long, Integer> counts, Optional<Long> next) {}

    /** @param rows newest first */
    static Page page(List<Row> rows, int atLeast) {
        Map<Burst, Integer> sizes = new LinkedHashMap<>();
        rows.forEach(row -> sizes.merge(row.burst(), 1, Integer::sum));
        Map<Long, Integer> counts = new LinkedHashMap<>();
        Set<Burst> folded = new LinkedHashSet<>();
        Set<Instant> hours = new LinkedHashSet<>();
        List<Row> left = new ArrayList<>();
        for (Row row : rows) {
            if (counts.size() >= atLeast && !hours.contains(row.hour())) {
                left.add(row);
                continue;
            }
            hours.add(row.hour());
            int size = sizes.get(row.burst());
            if (!Bursts.isOne(size)) {
                counts.put(row.id(), 1);
            } else if (folded.add(row.burst())) {
                counts.put(row.id(), size);
            }
        }
        return new Page(counts, left.stream().findFirst().map(row -> row.id() + 1));
    }
}
