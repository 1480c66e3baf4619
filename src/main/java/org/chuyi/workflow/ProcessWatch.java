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
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.IncidentStatistics;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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

    /** Failures that one press takes, e.g. of a mail server that was away. */
    public static final int RETRIED_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final Failures failures;
    private final AuditTrail audit;
    private final Clock clock;

    ProcessWatch(
            JdbcClient jdbc,
            ManagementService management,
            RuntimeService runtime,
            Failures failures,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.management = management;
        this.runtime = runtime;
        this.failures = failures;
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
                        .map(incident -> failures.of(
                                incident,
                                names.getOrDefault(incident.getProcessDefinitionId(), ""),
                                Optional.ofNullable(businessKeys.get(incident.getProcessInstanceId()))))
                        .toList(),
                failing.stream()
                        .map(job -> failures.of(
                                job,
                                names.getOrDefault(job.getProcessDefinitionId(), ""),
                                Optional.ofNullable(businessKeys.get(job.getProcessInstanceId()))))
                        .toList());
    }

    /**
     * Gives the incident's job new attempts, the first at once; the incident goes away with it, so that the same wish
     * again, or somebody else's at the same moment, finds nothing to do and is not recorded.
     */
    @Transactional
    public Retry retry(String incidentId) {
        oneAtATime(incidentId);
        var incident = Optional.ofNullable(
                runtime.createIncidentQuery().incidentId(incidentId).singleResult());
        if (incident.isEmpty()) {
            return Retry.NOT_NEEDED;
        }
        if (!Failures.isAboutJob(incident.get())) {
            return Retry.NOT_POSSIBLE;
        }
        giveNewAttempts(List.of(incident.get()));
        return Retry.STARTED;
    }

    /**
     * The same for whatever can be tried again, the oldest first, {@value #RETRIED_AT_ONCE} at a time.
     *
     * @return how many
     */
    @Transactional
    public int retryAll() {
        oneAtATime("all");
        var waiting = runtime
                .createIncidentQuery()
                .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
                .orderByIncidentTimestamp()
                .asc()
                .listPage(0, RETRIED_AT_ONCE)
                .stream()
                .filter(Failures::isAboutJob)
                .toList();
        if (!waiting.isEmpty()) {
            giveNewAttempts(waiting);
        }
        return waiting.size();
    }

    private void giveNewAttempts(List<Incident> incidents) {
        management
                .setJobRetries(ATTEMPTS)
                .jobIds(incidents.stream().map(Incident::getConfiguration).toList())
                .dueDate(Date.from(clock.instant()))
                .execute();
        incidents.forEach(incident -> audit.record(retried(incident)));
    }

    /** Work of the engine's own, e.g. a timer that starts instances, belongs to none and may have no step. */
    private static AuditEntry retried(Incident incident) {
        Map<String, String> activity = Map.of("activity", Objects.requireNonNullElse(incident.getActivityId(), ""));
        return incident.getProcessInstanceId() == null
                ? AuditEntry.of("process.retried", "job", incident.getConfiguration(), activity)
                : AuditEntry.of("process.retried", "processInstance", incident.getProcessInstanceId(), activity);
    }

    private void oneAtATime(String wish) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:wish, 0))")
                .param("wish", wish)
                .query((row, n) -> wish)
                .list();
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
                        from inbox_task where state = 'OPEN' and helps_task_id is null group by process_key, task_key
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
                        where t.state = 'OPEN' and t.due_at is not null and t.due_at <= :now and t.helps_task_id is null
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

    private static String nameOf(ProcessDefinitionStatistics definition) {
        return Objects.requireNonNullElse(definition.getName(), definition.getKey());
    }
}
