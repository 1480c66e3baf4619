package org.chuyi.workflow;

import static org.chuyi.workflow.InboxQuery.ALL;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chuyi.database.PlannedEachTime;
import org.chuyi.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A person's lists: to do 待办, done 已办, started by me 我发起的, copied to me 抄送. Read from our own tables, never from the
 * engine's; whose rows they are stands in the query, so what must not be seen is never loaded.
 */
@Service
public class InboxLists {

    public static final int PAGE_SIZE = 30;

    private static final Duration LATELY = Duration.ofDays(30);

    /** Whoever does it; not what is one person's alone. */
    private static final String OF_MY_POSTS =
            "not t.personal and t.organisation_id = :organisation and t.role in (:roles)";

    private final JdbcClient jdbc;
    private final JdbcClient searching;
    private final Clock clock;

    InboxLists(JdbcClient jdbc, DataSource database, Clock clock) {
        this.jdbc = jdbc;
        this.searching = PlannedEachTime.on(database);
        this.clock = clock;
    }

    private JdbcClient client(InboxQuery query) {
        return query.text().isPresent() ? searching : jdbc;
    }

    /** Open, and offered to a post that the person holds now. */
    public InboxPage<InboxTask> toDo(Actor actor, InboxQuery query) {
        return toDo(actor, query, PAGE_SIZE);
    }

    public InboxPage<InboxTask> toDo(Actor actor, InboxQuery query, int size) {
        var order = query.order() == InboxQuery.Order.DUE_FIRST
                ? InboxSelection.Order.ascending(InboxSelection.DUE, "t.task_id")
                : InboxSelection.Order.descending("t.created_at", "t.task_id");
        return InboxSelection.tasks()
                .where("t.state = 'OPEN' and " + InboxSelection.OFFERED_TO_ME)
                .holder(actor)
                .filtered(query, "t")
                .ofTask(query)
                .inState(InboxList.TO_DO, query, since())
                .dueAt(query, clock.instant())
                .page(client(query), order, query.from(), size, InboxTasks::task);
    }

    /** Those of these tasks that are or were offered to her, whatever has become of them; in no order. */
    public List<InboxTask> those(Actor actor, Collection<String> taskIds) {
        if (taskIds.isEmpty()) {
            return List.of();
        }
        return InboxSelection.tasks()
                .where("t.task_id in (:tasks) and " + InboxSelection.OFFERED_TO_ME)
                .with("tasks", taskIds)
                .holder(actor)
                .page(
                        jdbc,
                        InboxSelection.Order.ascending("t.created_at", "t.task_id"),
                        Optional.empty(),
                        taskIds.size(),
                        InboxTasks::task)
                .rows();
    }

    /** Completed by herself, on a post that she still holds. */
    public InboxPage<InboxTask> done(Actor actor, InboxQuery query) {
        return InboxSelection.tasks()
                .where("t.state = 'DONE' and t.completed_by = :account and " + InboxSelection.OFFERED_TO_ME)
                .holder(actor)
                .filtered(query, "t")
                .ofTask(query)
                .inState(InboxList.DONE, query, since())
                .page(
                        client(query),
                        InboxSelection.Order.descending("t.completed_at", "t.task_id"),
                        query.from(),
                        PAGE_SIZE,
                        InboxTasks::task);
    }

    /** Open, or done by anybody, of the posts that she holds; not what is one person's alone. */
    public InboxPage<InboxTask> ofOrganisation(Actor actor, InboxQuery query) {
        return InboxSelection.tasks()
                .where("t.state <> 'CANCELLED' and " + OF_MY_POSTS)
                .holder(actor)
                .filtered(query, "t")
                .ofTask(query)
                .inState(InboxList.ORGANISATION, query, since())
                .page(
                        client(query),
                        InboxSelection.Order.descending("t.created_at", "t.task_id"),
                        query.from(),
                        PAGE_SIZE,
                        InboxTasks::task);
    }

    /**
     * How many rows of the list are in which state, most first; of what the organisation has done, the last 30 days. What is
     * to do is counted by {@link #counts}.
     */
    public Map<String, Long> states(Actor actor, InboxList list) {
        Map<String, Long> states = new LinkedHashMap<>();
        InboxSelection.holder(jdbc.sql(statesIn(list)), actor)
                .param("since", Timestamp.from(since()))
                .query((row, n) -> states.put(row.getString("state"), row.getLong("number")))
                .list();
        return states;
    }

    private Instant since() {
        return clock.instant().minus(LATELY);
    }

    private static String statesIn(InboxList list) {
        return switch (list) {
            case TO_DO -> throw new IllegalArgumentException("Counted with its kinds");
            case DONE -> """
                    select t.outcome as state, count(*) as number from inbox_task t
                    where t.state = 'DONE' and t.completed_by = :account and %s group by 1 order by 2 desc, 1""".formatted(InboxSelection.OFFERED_TO_ME);
            case ORGANISATION -> """
                    select 'open' as state, count(*) as number from inbox_task t where t.state = 'OPEN' and %1$s
                    union all
                    select 'done', count(*) from inbox_task t
                    where t.state = 'DONE' and t.completed_at >= :since and %1$s""".formatted(OF_MY_POSTS);
            case STARTED -> """
                    select case when c.ended_at is null then 'running' else 'ended' end as state, count(*) as number
                    from inbox_case c where c.started_by = :account and c.organisation_id = :organisation
                    group by 1 order by 2 desc, 1""";
            case COPIED -> """
                    select case when k.read_at is null then 'unread' else 'read' end as state, count(*) as number
                    from inbox_copy k where k.account_id = :account group by 1 order by 2 desc, 1""";
        };
    }

    /** Cases that she started for the organisation for which she acts now. */
    public InboxPage<InboxCase> started(Actor actor, InboxQuery query) {
        return InboxSelection.cases(
                        "inbox_case c",
                        "c.started_at as at, null as reason, '' as note, '' as copied_by_name, null as read_at")
                .where("c.started_by = :account and c.organisation_id = :organisation")
                .holder(actor)
                .filtered(query, "c")
                .inState(InboxList.STARTED, query, since())
                .page(
                        client(query),
                        InboxSelection.Order.descending("c.started_at", "c.business_key"),
                        query.from(),
                        PAGE_SIZE,
                        InboxLists::inboxCase);
    }

    public InboxPage<InboxCase> copied(Actor actor, InboxQuery query) {
        return InboxSelection.cases(
                        "inbox_copy k join inbox_case c on c.business_key = k.business_key",
                        "k.copied_at as at, k.reason, k.note, k.copied_by_name, k.read_at")
                .where("k.account_id = :account")
                .holder(actor)
                .filtered(query, "c")
                .inState(InboxList.COPIED, query, since())
                .page(
                        client(query),
                        InboxSelection.Order.descending("k.copied_at", "(k.business_key || '/' || k.reason)"),
                        query.from(),
                        PAGE_SIZE,
                        InboxLists::inboxCase);
    }

    /** Marks what was copied to her of a case as read; empty when nothing of it was. */
    @Transactional
    public Optional<InboxCase> openCopy(Actor actor, String businessKey) {
        jdbc.sql("""
                        update inbox_copy set read_at = :now
                        where account_id = :account and business_key = :key and read_at is null""")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", actor.account().value())
                .param("key", businessKey)
                .update();
        return InboxSelection.cases(
                        "inbox_copy k join inbox_case c on c.business_key = k.business_key",
                        "k.copied_at as at, k.reason, k.note, k.copied_by_name, k.read_at")
                .where("k.account_id = :account and k.business_key = :key")
                .with("key", businessKey)
                .holder(actor)
                .page(
                        jdbc,
                        InboxSelection.Order.descending("k.copied_at", "k.business_key"),
                        Optional.empty(),
                        1,
                        InboxLists::inboxCase)
                .rows()
                .stream()
                .findFirst();
    }

    /** The next to do of that kind: the one that is due first. */
    public Optional<InboxTask> next(Actor actor, String taskKey) {
        return toDo(actor, ALL.taskKey(taskKey).in(InboxQuery.Order.DUE_FIRST), 1).rows().stream()
                .findFirst();
    }

    /** The one after this in what is to do; after the last, the first of the others. */
    public Optional<InboxTask> after(InboxTask task, Actor actor, InboxQuery query) {
        var place = query.order() == InboxQuery.Order.DUE_FIRST ? task.dueAt() : Optional.of(task.createdAt());
        return Stream.of(query.from(new InboxQuery.Cursor(false, place, task.id())), query.fromTheBeginning())
                .flatMap(each -> toDo(actor, each, 1).rows().stream())
                .filter(found -> !found.id().equals(task.id()))
                .findFirst();
    }

    /**
     * All tabs, and what is to do by its kind and its states, in one statement. An office's tasks are counted as they come
     * and go ({@code inbox_count}); only what somebody holds, what is due and what is the person's alone is counted here.
     */
    public InboxCounts counts(Actor actor) {
        Map<String, Long> byTask = new LinkedHashMap<>();
        Map<String, Long> single = new LinkedHashMap<>();
        Instant now = clock.instant();
        InboxSelection.holder(jdbc.sql("""
                        select list, task, number from inbox_counts(:account, array[:selves]::bigint[], :organisation,
                          array[:roles]::text[], :now, :soon)"""), actor)
                .param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(InboxSelection.soon(now)))
                .query(row -> {
                    boolean isToDo = row.getString("list").equals("TO_DO");
                    (isToDo ? byTask : single).put(row.getString(isToDo ? "task" : "list"), row.getLong("number"));
                });
        return new InboxCounts(
                byTask,
                byState(byTask, single),
                single.get("DONE"),
                single.get("STARTED"),
                single.get("COPIED"),
                single.get("UNREAD"));
    }

    private static Map<String, Long> byState(Map<String, Long> byTask, Map<String, Long> single) {
        long toDo = byTask.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> byState = new LinkedHashMap<>();
        byState.put("free", toDo - single.get("MINE") - single.get("COLLEAGUE"));
        byState.put("mine", single.get("MINE"));
        byState.put("colleague", single.get("COLLEAGUE"));
        byState.put("soon", single.get("SOON"));
        byState.put("overdue", single.get("OVERDUE"));
        return byState;
    }

    /** How much of what is to do is overdue. */
    long overdue(Actor actor) {
        return InboxSelection.holder(
                        jdbc.sql("select count(*) from inbox_task t where t.state = 'OPEN' and " + InboxSelection.DUE
                                + " <= :now and " + InboxSelection.OFFERED_TO_ME),
                        actor)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    private static InboxCase inboxCase(ResultSet row, int number) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        Timestamp readAt = row.getTimestamp("read_at");
        return new InboxCase(
                row.getString("business_key"),
                row.getString("process_key"),
                row.getString("title"),
                row.getString("category"),
                row.getString("occasion"),
                row.getString("applicant_name"),
                row.getString("city_code"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getString("reason") == null
                        ? Optional.empty()
                        : Optional.of(new InboxCase.Copy(
                                row.getString("reason"),
                                row.getString("note"),
                                row.getString("copied_by_name"),
                                at,
                                readAt != null)));
    }
}
