package org.chuyi.workflow;

import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** What went wrong, as the administrator reads it. */
@Component
class Failures {

    private static final int MESSAGE_LENGTH = 300;

    private final StepNames steps;

    Failures(StepNames steps) {
        this.steps = steps;
    }

    ProcessState.Failure of(Incident incident, String processName, Optional<String> businessKey) {
        return new ProcessState.Failure(
                incident.getId(),
                processName,
                incident.getProcessInstanceId(),
                businessKey,
                steps.of(incident.getProcessDefinitionId(), incident.getFailedActivityId()),
                shortened(incident.getIncidentMessage()),
                Optional.of(incident.getIncidentTimestamp().toInstant()),
                Optional.empty(),
                0,
                isAboutJob(incident));
    }

    ProcessState.Failure of(Job job, String processName, Optional<String> businessKey) {
        return new ProcessState.Failure(
                job.getId(),
                processName,
                job.getProcessInstanceId(),
                businessKey,
                steps.of(job.getProcessDefinitionId(), job.getFailedActivityId()),
                shortened(job.getExceptionMessage()),
                Optional.empty(),
                Optional.ofNullable(job.getDuedate()).map(Date::toInstant),
                job.getRetries(),
                false);
    }

    static boolean isAboutJob(Incident incident) {
        return incident.getIncidentType().equals(Incident.FAILED_JOB_HANDLER_TYPE)
                && incident.getConfiguration() != null;
    }

    static String shortened(String message) {
        String text = Objects.requireNonNullElse(message, "");
        return text.length() <= MESSAGE_LENGTH ? text : text.substring(0, MESSAGE_LENGTH) + "…";
    }
}
