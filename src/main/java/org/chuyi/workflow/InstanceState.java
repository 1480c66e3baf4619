package org.chuyi.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One instance of a process, running or ended.
 *
 * @param title of its case; empty where the process has no cases
 * @param activities what it passed, in order; gateways left out
 * @param variables of a running instance: ids and outcomes, for the engine holds nothing else
 * @param jobs timers and what runs in the background, the next first
 */
public record InstanceState(
        String id,
        String processKey,
        String processName,
        int version,
        Optional<String> businessKey,
        Optional<String> title,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> endState,
        List<Activity> activities,
        List<TakenFlow> taken,
        List<Variable> variables,
        List<PendingJob> jobs,
        List<ProcessState.Failure> incidents) {

    /** @param canceled it was left by another way: a timer, a withdrawal, a return */
    public record Activity(
            String activityId,
            String name,
            Instant startedAt,
            Optional<Instant> endedAt,
            Optional<Duration> duration,
            boolean canceled) {

        public boolean isActive() {
            return endedAt.isEmpty();
        }
    }

    public record Variable(String name, String value) {}

    /** @param dueAt when it will run; empty: as soon as possible */
    public record PendingJob(
            String name, boolean timer, Optional<Instant> dueAt, int retries, Optional<String> failure) {}

    public boolean isRunning() {
        return endedAt.isEmpty();
    }
}
