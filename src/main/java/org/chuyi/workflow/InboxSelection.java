package org.chuyi.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.shared.WorkCalendar;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One list's statement while it is put together: whose rows, which of them, in which order, from where on. Pages go by
 * key, so that rows which come or go in between move none to another page; every value is a bound parameter.
 */
final class InboxSelection {

    /** Over {@code inbox_task t}; parameters of {@link #holder}. */
    static final String OFFERED_TO_ME = """
            t.organisation_id = :organisation and t.role in (:roles) and (not t.personal or t.assignee_id in (:selves))""";

    /** When a task is due, as its index has it: one without a deadline comes last. */
    static final String DUE = "coalesce(t.due_at, 'infinity'::timestamptz)";

    private static final int SOON_WORKDAYS = 3;

    private static final String CASE_COLUMNS = """
            c.business_key, c.process_key, c.title, c.category, c.occasion, c.city_code, c.started_at, c.ended_at,
            applicant.name as applicant_name""";

    private final String select;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    private InboxSelection(String select) {
        this.select = select;
    }

    static InboxSelection tasks() {
        return new InboxSelection(InboxTasks.COLUMNS + ", %s as position_at, %s as position_id"
                + " from inbox_task t join organisation applicant on applicant.id = t.applicant_id");
    }

    /** @param rows tables of which {@code inbox_case c} is one */
    static InboxSelection cases(String rows, String columns) {
        return new InboxSelection(CASE_COLUMNS + ", " + columns + ", %s as position_at, %s as position_id from " + rows
                + " join organisation applicant on applicant.id = c.organisation_id");
    }

    /** The order of a list: a time and, between equal times, an id; both expressions over its tables. */
    record Order(String time, String id, boolean isAscending) {

        static Order ascending(String time, String id) {
            return new Order(time, id, true);
        }

        static Order descending(String time, String id) {
            return new Order(time, id, false);
        }

        private String sql(boolean backwards) {
            String direction = isAscending != backwards ? " asc" : " desc";
            return " order by " + time + direction + ", " + id + direction;
        }

        private String beyond(boolean backwards) {
            String sign = isAscending != backwards ? ">" : "<";
            return "(" + time + ", " + id + ") " + sign + " (cast(:positionAt as timestamptz), :positionId)";
        }
    }

    InboxSelection where(String condition) {
        conditions.add(condition);
        return this;
    }

    InboxSelection with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    InboxSelection holder(Actor actor) {
        parameters.putAll(holderOf(actor));
        return this;
    }

    /** Binds :account, :selves, :organisation and :roles. */
    static JdbcClient.StatementSpec holder(JdbcClient.StatementSpec statement, Actor actor) {
        return statement.params(holderOf(actor));
    }

    private static Map<String, Object> holderOf(Actor actor) {
        return Map.of(
                "account",
                actor.account().value(),
                "selves",
                actor.selves().stream().map(AccountId::value).toList(),
                "organisation",
                actor.organisation().value(),
                "roles",
                actor.roles().isEmpty()
                        ? List.of("")
                        : actor.roles().stream().map(Role::name).toList());
    }

    /** @param alias of the table that has the case's category, occasion, city, title and number */
    InboxSelection filtered(InboxQuery query, String alias) {
        query.category()
                .ifPresent(code -> where(alias + ".category = :category").with("category", code));
        query.occasion()
                .ifPresent(code -> where(alias + ".occasion = :occasion").with("occasion", code));
        query.city().ifPresent(code -> where(alias + ".city_code = :city").with("city", code));
        query.text().ifPresent(text -> where(
                        "(%1$s.title ilike :text or %1$s.business_key ilike :text or applicant.name ilike :text)"
                                .formatted(alias))
                .with("text", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .where(alias + ".business_key in"
                        + " (select w.business_key from inbox_words w where w.pieces @> search_pieces(:words))")
                .with("words", text));
        return this;
    }

    InboxSelection ofTask(InboxQuery query) {
        query.taskKey().ifPresent(key -> where("t.task_key = :task").with("task", key));
        return this;
    }

    /** @param since from when on the organisation's done tasks are told apart */
    InboxSelection inState(InboxList list, InboxQuery query, Instant since) {
        query.state().flatMap(list::condition).ifPresent(condition -> where(condition)
                .with("since", Timestamp.from(since))
                .with("outcome", query.state().orElseThrow()));
        return this;
    }

    InboxSelection dueAt(InboxQuery query, Instant now) {
        query.due().ifPresent(due -> {
            with("now", Timestamp.from(now));
            if (due == InboxQuery.Due.OVERDUE) {
                where(DUE + " <= :now");
            } else {
                where(DUE + " > :now and " + DUE + " <= :soon").with("soon", Timestamp.from(soon(now)));
            }
        });
        return this;
    }

    /** Until when something is due soon. */
    static Instant soon(Instant now) {
        return WorkCalendar.deadline(WorkCalendar.stateCouncil().plusWorkdays(WorkCalendar.dayOf(now), SOON_WORKDAYS));
    }

    <R> InboxPage<R> page(JdbcClient jdbc, Order order, Optional<InboxQuery.Cursor> from, int size, RowMapper<R> rows) {
        boolean backwards = from.map(InboxQuery.Cursor::backwards).orElse(false);
        from.ifPresent(cursor -> where(order.beyond(backwards))
                .with("positionAt", cursor.at().map(Instant::toString).orElse("infinity"))
                .with("positionId", cursor.id()));
        String sql = "select " + select.formatted(order.time(), order.id()) + " where "
                + String.join(" and ", conditions) + order.sql(backwards) + " limit " + (size + 1);
        List<Positioned<R>> found = new ArrayList<>(jdbc.sql(sql)
                .params(parameters)
                .query((row, n) -> new Positioned<>(
                        rows.mapRow(row, n),
                        timeOf(row.getString("position_at"), row.getTimestamp("position_at")),
                        row.getString("position_id")))
                .list());
        boolean more = found.size() > size;
        if (more) {
            found.remove(size);
        }
        if (backwards) {
            Collections.reverse(found);
        }
        return new InboxPage<>(
                found.stream().map(Positioned::row).toList(),
                cursor(found, true, backwards ? more : from.isPresent()),
                cursor(found, false, backwards || more));
    }

    private static Optional<InboxQuery.Cursor> cursor(
            List<? extends Positioned<?>> found, boolean backwards, boolean isThere) {
        if (!isThere || found.isEmpty()) {
            return Optional.empty();
        }
        var row = found.get(backwards ? 0 : found.size() - 1);
        return Optional.of(new InboxQuery.Cursor(backwards, row.at(), row.id()));
    }

    private static Optional<Instant> timeOf(String text, Timestamp time) {
        return text.equals("infinity") ? Optional.empty() : Optional.of(time.toInstant());
    }

    private record Positioned<R>(R row, Optional<Instant> at, String id) {}
}
