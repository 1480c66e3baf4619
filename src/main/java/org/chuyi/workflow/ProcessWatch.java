package org.chuyi.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.IncidentStatistics;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.shared.WorkCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the system administrator: what runs, what is late, what has failed, and another attempt. */
@Service
public class ProcessWatch {

    /** Rows of each list at most. */
    public static final int SHOWN = 50;

    /** Attempts that a retried job gets; the cycle of its model, where it has one, counts them down from here. */
    private static final int ATTEMPTS = 3;

    private static final int MESSAGE_LENGTH = 300;

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final AuditTrail audit;
    private final Clock clock;

    ProcessWatch(
            JdbcClient jdbc,
            ManagementService management,
            RuntimeService runtime,
            RepositoryService repository,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of the wish to try again. */
    public enum Retry {
        STARTED,
        /** It runs again already, or has gone. */
        NOT_NEEDED,
        NOT_POSSIBLE
    }

    @Transactional(readOnly = true)
    public ProcessState now() {
        var statistics = management
                .createProcessDefinitionStatisticsQuery()
                .includeIncidents()
                .list();
        Map<String, String> names =
                statistics.stream().collect(toMap(ProcessDefinitionStatistics::getId, ProcessWatch::nameOf));
        var incidents =
                runtime.createIncidentQuery().orderByIncidentTimestamp().desc().listPage(0, SHOWN);
        var failing =
                management.createJobQuery().withException().withRetriesLeft().listPage(0, SHOWN);
        Map<String, String> businessKeys = businessKeys(Stream.concat(
                        incidents.stream().map(Incident::getProcessInstanceId),
                        failing.stream().map(Job::getProcessInstanceId))
                .filter(Objects::nonNull)
                .toList());
        var steps = steps();
        return new ProcessState(
                processes(statistics),
                steps,
                overdue(),
                steps.stream().mapToLong(ProcessState.Step::overdue).sum(),
                incidents.stream()
                        .map(incident -> failure(incident, names, businessKeys))
                        .toList(),
                failing.stream().map(job -> failure(job, names, businessKeys)).toList());
    }

    /** Gives the incident's job new attempts, the first at once; the incident goes away with it. */
    @Transactional
    public Retry retry(String incidentId) {
        var incident = Optional.ofNullable(
                runtime.createIncidentQuery().incidentId(incidentId).singleResult());
        if (incident.isEmpty()) {
            return Retry.NOT_NEEDED;
        }
        if (!isAboutJob(incident.get())) {
            return Retry.NOT_POSSIBLE;
        }
        management
                .setJobRetries(ATTEMPTS)
                .jobId(incident.get().getConfiguration())
                .dueDate(Date.from(clock.instant()))
                .execute();
        audit.record(AuditEntry.of(
                "process.retried",
                "processInstance",
                incident.get().getProcessInstanceId(),
                Map.of("activity", incident.get().getActivityId())));
        return Retry.STARTED;
    }

    /** Versions of a process together. */
    private static List<ProcessState.Process> processes(List<ProcessDefinitionStatistics> versions) {
        return versions.stream().collect(groupingBy(ProcessDefinitionStatistics::getKey)).values().stream()
                .map(all -> new ProcessState.Process(
                        all.get(0).getKey(),
                        all.get(all.size() - 1).getName(),
                        all.stream()
                                .mapToLong(ProcessDefinitionStatistics::getInstances)
                                .sum(),
                        all.stream()
                                .flatMap(version -> version.getIncidentStatistics().stream())
                                .mapToLong(IncidentStatistics::getIncidentCount)
                                .sum()))
                .sorted(java.util.Comparator.comparing(ProcessState.Process::running)
                        .reversed()
                        .thenComparing(ProcessState.Process::key))
                .toList();
    }

    private List<ProcessState.Step> steps() {
        return jdbc.sql("""
                        select process_key, task_key, count(*) as open, count(*) filter (where due_at <= :now) as overdue
                        from inbox_task where state = 'OPEN' group by process_key, task_key
                        order by process_key, open desc, task_key""")
                .param("now", Timestamp.from(clock.instant()))
                .query(ProcessState.Step.class)
                .list();
    }

    private List<ProcessState.OverdueTask> overdue() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select t.task_key, t.business_key, t.title, holder.name as holder, t.due_at,
                          t.process_instance_id
                        from inbox_task t join organisation holder on holder.id = t.organisation_id
                        where t.state = 'OPEN' and t.due_at is not null and t.due_at <= :now
                        order by t.due_at, t.task_id limit :shown""")
                .param("now", Timestamp.from(now))
                .param("shown", SHOWN)
                .query((row, n) -> {
                    Instant due = row.getTimestamp("due_at").toInstant();
                    return new ProcessState.OverdueTask(
                            row.getString("task_key"),
                            row.getString("business_key"),
                            row.getString("title"),
                            row.getString("holder"),
                            due,
                            -WorkCalendar.stateCouncil().workdaysLeft(now, due),
                            row.getString("process_instance_id"));
                })
                .list();
    }

    private Map<String, String> businessKeys(Collection<String> instances) {
        return instances.isEmpty()
                ? Map.of()
                : runtime.createProcessInstanceQuery().processInstanceIds(new HashSet<>(instances)).list().stream()
                        .filter(instance -> instance.getBusinessKey() != null)
                        .collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }

    private ProcessState.Failure failure(
            Incident incident, Map<String, String> names, Map<String, String> businessKeys) {
        return new ProcessState.Failure(
                incident.getId(),
                names.getOrDefault(incident.getProcessDefinitionId(), ""),
                incident.getProcessInstanceId(),
                Optional.ofNullable(businessKeys.get(incident.getProcessInstanceId())),
                activity(incident.getProcessDefinitionId(), incident.getFailedActivityId()),
                shortened(incident.getIncidentMessage()),
                Optional.of(incident.getIncidentTimestamp().toInstant()),
                Optional.empty(),
                0,
                isAboutJob(incident));
    }

    private ProcessState.Failure failure(Job job, Map<String, String> names, Map<String, String> businessKeys) {
        return new ProcessState.Failure(
                job.getId(),
                names.getOrDefault(job.getProcessDefinitionId(), ""),
                job.getProcessInstanceId(),
                Optional.ofNullable(businessKeys.get(job.getProcessInstanceId())),
                activity(job.getProcessDefinitionId(), job.getFailedActivityId()),
                shortened(job.getExceptionMessage()),
                Optional.empty(),
                Optional.ofNullable(job.getDuedate()).map(Date::toInstant),
                job.getRetries(),
                false);
    }

    /** The step's name in the model, which the engine keeps in memory. */
    private String activity(String definition, String activityId) {
        if (definition == null || activityId == null) {
            return "";
        }
        return repository.getBpmnModelInstance(definition).getModelElementById(activityId)
                                instanceof FlowElement element
                        && element.getName() != null
                ? element.getName()
                : activityId;
    }

    private static boolean isAboutJob(Incident incident) {
        return incident.getIncidentType().equals(Incident.FAILED_JOB_HANDLER_TYPE)
                && incident.getConfiguration() != null;
    }

    private static String nameOf(ProcessDefinitionStatistics definition) {
        return Objects.requireNonNullElse(definition.getName(), definition.getKey());
    }

    private static String shortened(String message) {
        String text = Objects.requireNonNullElse(message, "");
        return text.length() <= MESSAGE_LENGTH ? text : text.substring(0, MESSAGE_LENGTH) + "…";
    }
}
