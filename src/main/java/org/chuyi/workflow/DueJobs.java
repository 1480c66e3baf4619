package org.chuyi.workflow;

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

    private static final int BATCH = 50;

    private final ManagementService jobs;

    DueJobs(ManagementService jobs) {
        this.jobs = jobs;
    }

    public void run() {
        List<Job> due = due();
        while (!due.isEmpty()) {
            due.forEach(this::run);
            due = due();
        }
    }

    private List<Job> due() {
        return jobs.createJobQuery().active().executable().listPage(0, BATCH);
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
