package org.chuyi.workflow;

import java.time.Instant;
import java.util.Optional;

/**
 * Which rows of a list of the inbox.
 *
 * @param category programme code
 * @param occasion round code
 * @param city region code of the case's city
 * @param taskKey the user task's id; concerns tasks only
 * @param state one that the list has, see {@link InboxList}
 * @param due concerns open tasks only
 * @param text part of number, title or school
 * @param order concerns open tasks only; the others come newest first
 * @param from where the page begins; empty for the first page
 */
public record InboxQuery(
        Optional<String> category,
        Optional<String> occasion,
        Optional<String> city,
        Optional<String> taskKey,
        Optional<String> state,
        Optional<Due> due,
        Optional<String> text,
        Order order,
        Optional<Cursor> from) {

    public static final InboxQuery ALL = new InboxQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Order.NEWEST,
            Optional.empty());

    public enum Due {
        OVERDUE,
        /** Within three workdays, and not overdue. */
        SOON
    }

    public enum Order {
        NEWEST,
        DUE_FIRST
    }

    public InboxQuery from(Cursor cursor) {
        return new InboxQuery(category, occasion, city, taskKey, state, due, text, order, Optional.of(cursor));
    }

    public InboxQuery fromTheBeginning() {
        return new InboxQuery(category, occasion, city, taskKey, state, due, text, order, Optional.empty());
    }

    public InboxQuery in(Order other) {
        return new InboxQuery(category, occasion, city, taskKey, state, due, text, other, from);
    }

    public InboxQuery taskKey(String key) {
        return new InboxQuery(category, occasion, city, Optional.of(key), state, due, text, order, from);
    }

    public InboxQuery state(String code) {
        return new InboxQuery(category, occasion, city, taskKey, Optional.of(code), due, text, order, from);
    }

    public InboxQuery text(String part) {
        return new InboxQuery(category, occasion, city, taskKey, state, due, Optional.of(part), order, from);
    }

    /**
     * The row beside which a page begins.
     *
     * @param backwards the page before that row, instead of the one after it
     * @param at the row's time in the list's order; empty for a task without a deadline
     * @param id the row's id, which decides between equal times
     */
    public record Cursor(boolean backwards, Optional<Instant> at, String id) {

        private static final String NEVER = "x";

        /** The form in which it goes through an address; {@link #parse} reads it. */
        @Override
        public String toString() {
            return (backwards ? "b" : "a") + at.map(Instant::toString).orElse(NEVER) + "_" + id;
        }

        /** Empty for anything that is not one. */
        public static Optional<Cursor> parse(String text) {
            int end = text.indexOf('_');
            if (end < 2 || "ab".indexOf(text.charAt(0)) < 0 || text.length() > 200) {
                return Optional.empty();
            }
            String time = text.substring(1, end);
            try {
                Optional<Instant> at = time.equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(time));
                return Optional.of(new Cursor(text.charAt(0) == 'b', at, text.substring(end + 1)));
            } catch (java.time.format.DateTimeParseException notOurs) {
                return Optional.empty();
            }
        }
    }
}
