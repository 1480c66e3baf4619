package org.chuyi.workflow;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Does at once what is due, so that the demonstration's people need not wait for the job executor. */
@Component
@ConditionalOnBooleanProperty("chuyi.demo")
public class DueJobs {

    private final ManagementService jobs;
    private final Clock clock;

    DueJobs(ManagementService jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    public void run() {
        List<Job> due = due();
        while (!due.isEmpty()) {
            due.forEach(this::run);
            due = due();
        }
    }

    private List<Job> due() {
        Date now = Date.from(clock.instant());
        return jobs.createJobQuery().active().withRetriesLeft().list().stream()
                .filter(job -> job.getDuedate() == null || !job.getDuedate().after(now))
                .toList();
    }

    /** What the executor was faster at is not there any more; what fails has its retries counted by the engine. */
    private void run(Job job) {
        try {
            jobs.executeJob(job.getId());
        } catch (ProcessEngineException doneOrFailed) {
            Thread.onSpinWait();
        }
    }
}
