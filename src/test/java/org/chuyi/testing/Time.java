package org.chuyi.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.chuyi.ChuyiApplication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The tests' time: stands still until it is moved; moving it runs the jobs and timers that fall due on the way. */
@TestConfiguration(proxyBeanMethods = false)
public class Time {

    @Bean
    @Primary
    MovableClock movableClock(ObjectProvider<ManagementService> engine) {
        return new MovableClock(engine);
    }

    /** Starts on Monday 2026-03-02, 09:00 in Shanghai. */
    public static final class MovableClock extends Clock {

        public static final Instant START = at("2026-03-02T09:00");

        private final ObjectProvider<ManagementService> engine;
        private volatile Instant now = START;
        private volatile Consumer<String> beforeEachJob = job -> {};

        public MovableClock(ObjectProvider<ManagementService> engine) {
            this.engine = engine;
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

        /** Moves the time and runs every timer and job that is due by then, in order of due date. */
        public void moveTo(Instant instant) {
            while (true) {
                var due = engine.getObject().createJobQuery().active().withRetriesLeft().list().stream()
                        // The engine's own cleaning of its history goes by the real clock and never gets done here.
                        .filter(job -> job.getProcessDefinitionKey() != null)
                        .filter(job -> job.getDuedate() == null
                                || !job.getDuedate().toInstant().isAfter(instant))
                        .min(java.util.Comparator.comparing(job -> job.getDuedate() == null
                                ? Instant.MIN
                                : job.getDuedate().toInstant()));
                if (due.isEmpty()) {
                    break;
                }
                if (due.get().getDuedate() != null
                        && due.get().getDuedate().toInstant().isAfter(now)) {
                    now = due.get().getDuedate().toInstant();
                }
                beforeEachJob.accept(due.get().getId());
                try {
                    engine.getObject().executeJob(due.get().getId());
                } catch (RuntimeException failed) {
                    // Retries are counted by the engine; a job without retries left is an incident.
                }
            }
            now = instant;
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
}
