package org.chuyi.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chuyi.shared.WorkCalendar;

/**
 * One version of a process: what is where in it.
 *
 * @param versions the newest first
 * @param steps in the order of the model's file; only where something is, was late or was done
 * @param ended instances of this version that came to their end and are still remembered
 */
public record ModelState(
        String key, String name, Version version, List<Version> versions, List<Step> steps, long running, long ended) {

    /** @param definitionId the engine's name of it */
    public record Version(String definitionId, int number, Instant deployedAt, long running) {}

    /**
     * @param activityId in the model
     * @param running how often an instance is there now
     * @param overdue tasks there whose deadline has passed
     * @param done tasks that were completed there
     * @param meanDuration of those, from offer to completion
     */
    public record Step(
            String activityId,
            String name,
            long running,
            long overdue,
            long incidents,
            long done,
            Optional<Duration> meanDuration) {}

    /**
     * An instance that is at a step now.
     *
     * @param title of the case; empty where the process has no cases
     * @param holder whose turn it is
     */
    public record Waiting(
            String instanceId,
            Optional<String> businessKey,
            Optional<String> title,
            Optional<String> holder,
            Optional<Instant> since,
            Optional<Instant> dueAt,
            boolean overdue) {

        /** The day at whose end it is due. */
        public Optional<LocalDate> lastDay() {
            return dueAt.map(WorkCalendar::lastDayBefore);
        }
    }

    public Optional<Step> step(String activityId) {
        return steps.stream()
                .filter(step -> step.activityId().equals(activityId))
                .findFirst();
    }

    public long overdue() {
        return steps.stream().mapToLong(Step::overdue).sum();
    }

    public long incidents() {
        return steps.stream().mapToLong(Step::incidents).sum();
    }
}
