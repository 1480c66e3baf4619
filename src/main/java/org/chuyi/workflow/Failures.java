package org.chuyi.workflow;

import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.springframework.stereotype.Component;

/** What went wrong, as the administrator reads it. */
@Component
class Failures {

    private static final int MESSAGE_LENGTH = 300;

    private final RepositoryService repository;

    Failures(RepositoryService repository) {
        this.repository = repository;
    }

    ProcessState.Failure of(Incident incident, String processName, Optional<String> businessKey) {
        return new ProcessState.Failure(
                incident.getId(),
                processName,
                incident.getProcessInstanceId(),
                businessKey,
                activity(incident.getProcessDefinitionId(), incident.getFailedActivityId()),
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
                activity(job.getProcessDefinitionId(), job.getFailedActivityId()),
                shortened(job.getExceptionMessage()),
                Optional.empty(),
                Optional.ofNullable(job.getDuedate()).map(Date::toInstant),
                job.getRetries(),
                false);
    }

    /** The step's name in the model, which the engine keeps in memory. */
    String activity(String definition, String activityId) {
        if (definition == null || activityId == null) {
            return "";
        }
        return repository.getBpmnModelInstance(definition).getModelElementById(activityId)
                                instanceof FlowElement element
                        && element.getName() != null
                ? element.getName()
                : activityId;
    }

    /** Whether a person would say that the instance was there: not of a fork, nor of the frame around several at once. */
    boolean isNamed(String definition, String activityId) {
        return repository.getBpmnModelInstance(definition).getModelElementById(activityId)
                        instanceof FlowElement element
                && !(element instanceof ExclusiveGateway || element instanceof ParallelGateway);
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
