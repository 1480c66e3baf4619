package org.chuyi.testing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.chuyi.ChuyiApplication;
import org.chuyi.workflow.DeadlineWatch;
import org.chuyi.workflow.DeadlineWatchProcess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tests' time: stands still until it is moved; moving it runs the jobs and timers that fall due on the way. */
@TestConfiguration(proxyBeanMethods = false)
public class Time {

    @Bean
    @Primary
    MovableClock movableClock(ObjectProvider<ManagementService> engine, ObjectProvider<DeadlineSweep> sweep) {
        return new MovableClock(engine, sweep);
    }

    @Bean
    DeadlineSweep deadlineSweep(JdbcClient jdbc, ManagementService engine, Collection<DeadlineWatch> watches) {
        return new DeadlineSweep(jdbc, engine, watches);
    }

    /** Starts on Monday 2026-03-02, 09:00 in Shanghai. */
    public static final class MovableClock extends Clock {

        public static final Instant START = at("2026-03-02T09:00");

        private final ObjectProvider<ManagementService> engine;
        private final ObjectProvider<DeadlineSweep> sweep;
        private volatile Instant now = START;
        private volatile Consumer<String> beforeEachJob = job -> {};

        public MovableClock(ObjectProvider<ManagementService> engine, ObjectProvider<DeadlineSweep> sweep) {
            this.engine = engine;
            this.sweep = sweep;
        }

        /** Local time in Shanghai, e.g. {@code 2026-03-31T23:59:59}. */
        public static Instant at(String local) {
            return LocalDateTime.parse(local).atZone(ChuyiApplication.ZONE).toInstant();
        }

        /** Sets the time without running anything. */
        public void set(Instant instant) {
            now = instant;
        }

        /** What happens with each job, by its id, before it is run: e.g. that it is begun and cut off. */
        public void beforeEachJob(Consumer<String> happening) {
            beforeEachJob = happening;
        }

        /**
         * Moves the time and runs every timer and job that is due by then, in order of due date; the sweep over deadlines,
         * which else comes every ten minutes, as soon as there is something for it to tell.
         */
        public void moveTo(Instant instant) {
            Instant swept = Instant.EPOCH;
            while (true) {
                var job = nextJob(instant);
                var told = sweep.getObject().next(swept, now, instant);
                if (told.isPresent()
                        && job.filter(each -> !dueOf(each).isAfter(told.get())).isEmpty()) {
                    setNotBefore(told.get());
                    swept = now;
                    sweep.getObject().begin();
                } else if (job.isPresent()) {
                    setNotBefore(dueOf(job.get()));
                    run(job.get());
                } else {
                    break;
                }
            }
            now = instant;
        }

        private Optional<Job> nextJob(Instant by) {
            return engine.getObject().createJobQuery().active().withRetriesLeft().list().stream()
                    // The engine's own cleaning of its history goes by the real clock and never gets done here.
                    .filter(job -> job.getProcessDefinitionKey() != null)
                    // The sweep's cycle goes by it too.
                    .filter(job -> job.getProcessInstanceId() != null)
                    .filter(job -> !dueOf(job).isAfter(by))
                    .min(Comparator.comparing(MovableClock::dueOf));
        }

        private static Instant dueOf(Job job) {
            return job.getDuedate() == null ? Instant.MIN : job.getDuedate().toInstant();
        }

        private void setNotBefore(Instant due) {
            if (due.isAfter(now)) {
                now = due;
            }
        }

        private void run(Job job) {
            beforeEachJob.accept(job.getId());
            try {
                engine.getObject().executeJob(job.getId());
            } catch (RuntimeException failed) {
                // Retries are counted by the engine; a job without retries left is an incident.
            }
        }

        public void moveBy(Duration duration) {
            moveTo(now.plus(duration));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ChuyiApplication.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }

    /** The sweep over the tasks' deadlines, begun by the engine's own job. */
    public static final class DeadlineSweep {

        private final JdbcClient jdbc;
        private final ManagementService engine;
        private final String[] reported;

        DeadlineSweep(JdbcClient jdbc, ManagementService engine, Collection<DeadlineWatch> watches) {
            this.jdbc = jdbc;
            this.engine = engine;
            this.reported =
                    watches.stream().flatMap(watch -> watch.taskKeys().stream()).toArray(String[]::new);
        }

        /** When, after the last one and by that time, it has something to tell. */
        Optional<Instant> next(Instant after, Instant now, Instant by) {
            return jdbc.sql("""
                            select min(at) from (
                              select remind_at from inbox_task
                              where state = 'OPEN' and reminded_at is null and due_at > greatest(remind_at, :now)
                              union all
                              select due_at from inbox_task
                              where state = 'OPEN' and overdue_at is null and task_key = any(:reported)) due (at)
                            where at > :after and at <= :by""")
                    .param("reported", reported)
                    .param("after", Timestamp.from(after))
                    .param("now", Timestamp.from(now))
                    .param("by", Timestamp.from(by))
                    .query(Timestamp.class)
                    .optional()
                    .map(Timestamp::toInstant);
        }

        /** Its slices are jobs that follow. */
        public void begin() {
            engine.executeJob(engine.createJobQuery()
                    .processDefinitionKey(DeadlineWatchProcess.KEY)
                    .timers()
                    .singleResult()
                    .getId());
        }
    }
}
