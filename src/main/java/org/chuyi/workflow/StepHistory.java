package org.chuyi.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where an instance has been: the steps that waited, from the engine's history, and those passed in one transaction. */
@Component
class StepHistory {

    private static final Comparator<Step> AS_IT_WENT =
            Comparator.comparing(Step::began).thenComparing(Step::occurrence);

    /** The engine's times have no zone; the driver reads them in the one that the engine wrote them in. */
    private static final String WAITED = """
            select act_id_ as activity, start_time_ as began, end_time_ as ended,
                act_inst_state_ = 2 as cancelled, sequence_counter_ as occurrence
            from act_hi_actinst where proc_inst_id_ = :instance""";

    private static final String PASSED = """
            select step.activity, step.began, step.ended, false as cancelled, step.occurrence
            from passed_steps p,
                unnest(p.activities, p.began, p.ended, p.occurrence) step (activity, began, ended, occurrence)
            where p.process_instance_id = :instance""";

    private final JdbcClient jdbc;

    StepHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param ended empty while the instance is there
     * @param occurrence orders what began in the same millisecond
     */
    record Step(String activityId, Instant began, Optional<Instant> ended, boolean cancelled, long occurrence) {

        /** As if it had been left when it was reached. */
        Step leftAtOnce() {
            return new Step(activityId, began, Optional.of(began), cancelled, occurrence);
        }
    }

    /** In the order in which they began. */
    List<Step> of(String processInstanceId) {
        return Stream.of(WAITED, PASSED)
                .flatMap(sql ->
                        jdbc.sql(sql).param("instance", processInstanceId).query(StepHistory::step).list().stream())
                .sorted(AS_IT_WENT)
                .toList();
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        return new Step(
                row.getString("activity"),
                row.getTimestamp("began").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant),
                row.getBoolean("cancelled"),
                row.getLong("occurrence"));
    }
}
