package org.chuyi.workflow;

import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the system administrator: one instance, where it is, what it waits for, what is wrong with it. */
@Service
@Transactional(readOnly = true)
public class InstanceWatch {

    private static final int PASSED = 500;
    private static final Set<String> PLAIN = Set.of("string", "boolean", "integer", "long", "double", "date", "null");

    private final HistoryService history;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final StepHistory steps;
    private final TakenFlows flows;
    private final StepNames names;
    private final Failures failures;
    private final JdbcClient jdbc;

    InstanceWatch(
            HistoryService history,
            RuntimeService runtime,
            ManagementService management,
            StepHistory steps,
            TakenFlows flows,
            StepNames names,
            Failures failures,
            JdbcClient jdbc) {
        this.history = history;
        this.runtime = runtime;
        this.management = management;
        this.steps = steps;
        this.flows = flows;
        this.names = names;
        this.failures = failures;
        this.jdbc = jdbc;
    }

    public Optional<InstanceState> of(String instanceId) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .singleResult())
                .map(this::state);
    }

    private InstanceState state(HistoricProcessInstance instance) {
        String name =
                Optional.ofNullable(instance.getProcessDefinitionName()).orElse(instance.getProcessDefinitionKey());
        var businessKey = Optional.ofNullable(instance.getBusinessKey());
        var passed = steps.of(instance.getId());
        return new InstanceState(
                instance.getId(),
                instance.getProcessDefinitionKey(),
                name,
                instance.getProcessDefinitionVersion(),
                businessKey,
                title(instance.getId()),
                instance.getStartTime().toInstant(),
                Optional.ofNullable(instance.getEndTime()).map(Date::toInstant),
                Optional.ofNullable(instance.getEndActivityId())
                        .map(end -> names.of(instance.getProcessDefinitionId(), end)),
                activities(instance, passed),
                flows.between(passed, instance.getProcessDefinitionId()),
                variables(instance.getId()),
                jobs(instance.getId()),
                runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream()
                        .map(incident -> failures.of(incident, name, businessKey))
                        .toList());
    }

    private Optional<String> title(String instanceId) {
        return jdbc.sql("select title from inbox_case where process_instance_id = :id")
                .param("id", instanceId)
                .query(String.class)
                .optional();
    }

    private List<InstanceState.Activity> activities(HistoricProcessInstance instance, List<StepHistory.Step> passed) {
        String definition = instance.getProcessDefinitionId();
        return passed.stream()
                .filter(step -> names.isNamed(definition, step.activityId()))
                .limit(PASSED)
                .map(step -> new InstanceState.Activity(
                        step.activityId(),
                        names.of(definition, step.activityId()),
                        step.began(),
                        step.ended(),
                        step.ended().map(end -> Duration.between(step.began(), end)),
                        step.cancelled()))
                .toList();
    }

    private List<InstanceState.Variable> variables(String instanceId) {
        return runtime
                .createVariableInstanceQuery()
                .processInstanceIdIn(instanceId)
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .orderByVariableName()
                .asc()
                .list()
                .stream()
                .map(variable -> new InstanceState.Variable(variable.getName(), said(variable)))
                .distinct()
                .toList();
    }

    /** Anything else than a plain value is named by its kind, not shown. */
    private static String said(VariableInstance variable) {
        return PLAIN.contains(variable.getTypeName())
                ? Failures.shortened(String.valueOf(variable.getValue()))
                : variable.getTypeName();
    }

    private List<InstanceState.PendingJob> jobs(String instanceId) {
        Set<String> timers = management.createJobQuery().processInstanceId(instanceId).timers().list().stream()
                .map(Job::getId)
                .collect(java.util.stream.Collectors.toSet());
        return management.createJobQuery().processInstanceId(instanceId).list().stream()
                .map(job -> job(job, timers.contains(job.getId())))
                .sorted(Comparator.comparing(job -> job.dueAt().orElse(java.time.Instant.EPOCH)))
                .toList();
    }

    private InstanceState.PendingJob job(Job job, boolean timer) {
        var definition = Optional.ofNullable(job.getJobDefinitionId()).map(id -> management
                .createJobDefinitionQuery()
                .jobDefinitionId(id)
                .singleResult());
        return new InstanceState.PendingJob(
                definition
                        .map(found -> names.of(job.getProcessDefinitionId(), found.getActivityId()))
                        .orElse(""),
                timer,
                Optional.ofNullable(job.getDuedate()).map(Date::toInstant),
                job.getRetries(),
                Optional.ofNullable(job.getExceptionMessage()).map(Failures::shortened));
    }
}
