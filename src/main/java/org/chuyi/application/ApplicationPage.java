package org.chuyi.application;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A page of a list, the application that moved last first.
 *
 * @param previous where the page before ends, for its {@link Place#before}; empty on the first
 * @param next where the page after begins, for its {@link Place#after}; empty on the last
 */
public record ApplicationPage(List<ApplicationRow> rows, Optional<String> previous, Optional<String> next) {

    /** The page that stands after, or before, a row that {@link #key} names; the first one without either. */
    public record Place(Optional<String> after, Optional<String> before) {
        public static final Place FIRST = new Place(Optional.empty(), Optional.empty());

        /** Empty if no page can have ended with this key. */
        public static Optional<Place> after(String key) {
            return Key.parse(key).map(valid -> new Place(Optional.of(key), Optional.empty()));
        }
    }

    /** A row's place in the order. */
    record Key(Instant statusSince, ApplicationNumber number) {

        static Optional<Key> parse(String text) {
            int dot = text.indexOf('_');
            if (dot < 1
                    || !text.substring(0, dot).matches("\\d{1,17}")
                    || !ApplicationNumber.isValid(text.substring(dot + 1))) {
                return Optional.empty();
            }
            long micros = Long.parseLong(text.substring(0, dot));
            return Optional.of(new Key(
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new ApplicationNumber(text.substring(dot + 1))));
        }

        static String of(ApplicationRow row) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, row.statusSince()) + "_" + row.number();
        }
    }
}
