package org.chuyi.bench.round;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.chuyi.testing.Time.MovableClock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One time for the product's clock and the engine's; what falls due is run by the real job executor. */
final class EngineTime {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final MovableClock clock;
    private final JobExecutor executor;
    private final JdbcClient database;

    EngineTime(MovableClock clock, ProcessEngine engine, JdbcClient database) {
        this.clock = clock;
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.database = database;
    }

    Instant now() {
        return clock.instant();
    }

    /** Moves the time and wakes the executor, which would else sleep for up to five seconds, and waits for its work. */
    void moveTo(Instant moment) {
        clock.set(moment);
        ClockUtil.setCurrentTime(Date.from(moment));
        executor.jobWasAdded();
        settle();
    }

    /** Returns when no job is due any more. One that has failed for good is a mistake of the measurement. */
    void settle() {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(this::isNothingDue);
    }

    private boolean isNothingDue() {
        database.sql("select exception_msg_ from act_ru_job where retries_ = 0 limit 1")
                .query(String.class)
                .optional()
                .ifPresent(failure -> {
                    throw new IllegalStateException("A job has failed: " + failure);
                });
        return database.sql("select not exists (select 1 from act_ru_job where duedate_ is null or duedate_ <= :now)")
                .param("now", java.sql.Timestamp.from(now()))
                .query(Boolean.class)
                .single();
    }
}
