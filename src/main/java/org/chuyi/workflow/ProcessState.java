package org.chuyi.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the processes are doing, as their administrator sees it: steps, deadlines and failures, no form contents.
 *
 * @param overdue the longest overdue first, at most {@link ProcessWatch#SHOWN}
 * @param overdueCount all of them
 * @param incidents what stands still until somebody acts, latest first
 * @param retrying what failed and will be tried again by itself
 */
public record ProcessState(
        List<Process> processes,
        List<Step> steps,
        List<OverdueTask> overdue,
        long overdueCount,
        List<Failure> incidents,
        List<Failure> retrying) {

    public long running() {
        return processes.stream().mapToLong(Process::running).sum();
    }

    public List<Step> stepsOf(String processKey) {
        return steps.stream()
                .filter(step -> step.processKey().equals(processKey))
                .toList();
    }

    /** @param name as in the model */
    public record Process(String key, String name, long running, long incidents) {}

    /** Open tasks of one kind. */
    public record Step(String processKey, String taskKey, long open, long overdue) {}

    /**
     * @param holder the organisation that is late
     * @param dueAt when it should have been done
     */
    public record OverdueTask(
            String taskKey,
            String businessKey,
            String title,
            String holder,
            Instant dueAt,
            int workdays,
            String processInstanceId) {}

    /**
     * @param id of the incident, or of the job while it is still tried
     * @param businessKey the case's number, or empty where the process has none
     * @param activity the step's name in the model
     * @param since of an incident
     * @param nextAttempt of a job that is still tried
     * @param canRetry false where only a new deployment or the case's own page helps
     */
    public record Failure(
            String id,
            String processName,
            String processInstanceId,
            Optional<String> businessKey,
            String activity,
            String message,
            Optional<Instant> since,
            Optional<Instant> nextAttempt,
            int retriesLeft,
            boolean canRetry) {}
}
