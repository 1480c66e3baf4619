package org.chuyi.workflow.figure;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.shared.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Figures from the inbox's rows. Workdays are those of the State Council's calendar. */
@Service
public class Figures {

    private static final Duration DONE_IN = Duration.ofDays(30);
    private static final Duration MEASURED_IN = Duration.ofDays(90);

    /** Open for her; done by herself on the posts that she holds. */
    private static final Scope MINE = new Scope(
            "t.role in (:roles) and (not t.personal or t.assignee_id = :account)",
            "t.role in (:roles) and t.completed_by = :account");

    /** What came to the posts that she holds, whoever did it. */
    private static final Scope POSTS =
            new Scope("t.role in (:roles) and not t.personal", "t.role in (:roles) and not t.personal");

    /** Who leads an organisation sees the work of all its posts. */
    private static final Scope WHOLE = new Scope("not t.personal", "not t.personal");

    private final JdbcClient jdbc;
    private final Clock clock;

    Figures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Scope(String open, String done) {}

    @Transactional(readOnly = true)
    public WorkFigures mine(Actor actor) {
        return figures(actor, MINE);
    }

    @Transactional(readOnly = true)
    public WorkFigures ofOrganisation(Actor actor) {
        return figures(actor, leads(actor) ? WHOLE : POSTS);
    }

    /** Whether the organisation's figures are those of all its posts, and not only of hers. */
    public boolean leads(Actor actor) {
        return actor.roles().stream().anyMatch(Role::leads);
    }

    private record Open(String taskKey, long number, long thisWeek, long overdue) {}

    private record Done(String taskKey, LocalDate came, LocalDate done, long number, long recent) {}

    private WorkFigures figures(Actor actor, Scope scope) {
        Instant now = clock.instant();
        List<Open> open = open(actor, scope, now);
        List<Done> done = done(actor, scope, now);
        return new WorkFigures(
                open.stream().mapToLong(Open::number).sum(),
                open.stream().mapToLong(Open::thisWeek).sum(),
                open.stream().mapToLong(Open::overdue).sum(),
                done.stream().mapToLong(Done::recent).sum(),
                stages(open, done));
    }

    private List<Open> open(Actor actor, Scope scope, Instant now) {
        Instant endOfWeek =
                WorkCalendar.deadline(WorkCalendar.dayOf(now).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
        return as(actor, """
                        select t.task_key, count(*) as number,
                          count(*) filter (where t.due_at > :now and t.due_at <= :endOfWeek) as this_week,
                          count(*) filter (where t.due_at <= :now) as overdue
                        from inbox_task t
                        where t.organisation_id = :organisation and t.state = 'OPEN' and %s
                        group by t.task_key""".formatted(scope.open()))
                .param("now", Timestamp.from(now))
                .param("endOfWeek", Timestamp.from(endOfWeek))
                .query((row, n) -> new Open(
                        row.getString("task_key"),
                        row.getLong("number"),
                        row.getLong("this_week"),
                        row.getLong("overdue")))
                .list();
    }

    /** By the days of coming and of doing: a few hundred rows, however many tasks there were. */
    private List<Done> done(Actor actor, Scope scope, Instant now) {
        return as(actor, """
                        select t.task_key, cast(t.created_at at time zone 'Asia/Shanghai' as date) as came,
                          cast(t.completed_at at time zone 'Asia/Shanghai' as date) as done, count(*) as number,
                          count(*) filter (where t.completed_at >= :recently) as recent
                        from inbox_task t
                        where t.organisation_id = :organisation and t.state = 'DONE' and t.completed_at >= :since and %s
                        group by 1, 2, 3""".formatted(scope.done()))
                .param("recently", Timestamp.from(now.minus(DONE_IN)))
                .param("since", Timestamp.from(now.minus(MEASURED_IN)))
                .query((row, n) -> new Done(
                        row.getString("task_key"),
                        row.getObject("came", LocalDate.class),
                        row.getObject("done", LocalDate.class),
                        row.getLong("number"),
                        row.getLong("recent")))
                .list();
    }

    private static List<WorkFigures.Stage> stages(List<Open> open, List<Done> done) {
        Map<String, Long> openByKey = new LinkedHashMap<>();
        open.forEach(each -> openByKey.put(each.taskKey(), each.number()));
        Map<String, List<Done>> doneByKey = new LinkedHashMap<>();
        openByKey.keySet().forEach(key -> doneByKey.put(key, new ArrayList<>()));
        done.forEach(each -> doneByKey
                .computeIfAbsent(each.taskKey(), key -> new ArrayList<>())
                .add(each));
        return doneByKey.entrySet().stream()
                .map(entry -> new WorkFigures.Stage(
                        entry.getKey(),
                        openByKey.getOrDefault(entry.getKey(), 0L),
                        entry.getValue().stream().mapToLong(Done::number).sum(),
                        median(entry.getValue())))
                .sorted(Comparator.comparingLong((WorkFigures.Stage stage) -> stage.open() + stage.done())
                        .reversed()
                        .thenComparing(WorkFigures.Stage::taskKey))
                .toList();
    }

    /** Of an even number the lower middle one: a whole number of workdays that really occurred. */
    private static int median(List<Done> done) {
        TreeMap<Integer, Long> byWorkdays = new TreeMap<>();
        done.forEach(each -> byWorkdays.merge(workdays(each.came(), each.done()), each.number(), Long::sum));
        long all = byWorkdays.values().stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : byWorkdays.entrySet()) {
            seen += entry.getValue();
            if (2 * seen >= all) {
                return entry.getKey();
            }
        }
        return 0;
    }

    private static int workdays(LocalDate came, LocalDate done) {
        return done.isAfter(came) ? WorkCalendar.stateCouncil().workdaysBetween(came.plusDays(1), done) : 0;
    }

    private JdbcClient.StatementSpec as(Actor actor, String sql) {
        return jdbc.sql(sql)
                .param("organisation", actor.organisation().value())
                .param("account", actor.account().value())
                .param(
                        "roles",
                        actor.roles().isEmpty()
                                ? List.of("")
                                : actor.roles().stream().map(Role::name).toList());
    }
}
