package org.chuyi.workflow;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.ActivityStatistics;
import org.camunda.bpm.engine.management.IncidentStatistics;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** For the system administrator: a process model with what is where in it. */
@Service
@Transactional(readOnly = true)
public class ModelWatch {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final HistoryService history;
    private final StepNames names;
    private final JdbcClient jdbc;
    private final Clock clock;

    ModelWatch(
            RepositoryService repository,
            RuntimeService runtime,
            ManagementService management,
            HistoryService history,
            StepNames names,
            JdbcClient jdbc,
            Clock clock) {
        this.repository = repository;
        this.runtime = runtime;
        this.management = management;
        this.history = history;
        this.names = names;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What our own tables know of the tasks of a step. */
    private record Tasks(String taskKey, long overdue, long done, Optional<Duration> meanDuration) {}

    /** @param number of the version; the newest without one */
    public Optional<ModelState> of(String processKey, Optional<Integer> number) {
        List<ModelState.Version> versions = versions(processKey);
        return versions.stream()
                .filter(version -> number.isEmpty() || version.number() == number.get())
                .findFirst()
                .map(version -> state(processKey, version, versions));
    }

    /** The BPMN XML, in UTF-8. */
    public Optional<byte[]> model(String processKey, int number) {
        return definition(processKey, number).map(definition -> read(definition.getId()));
    }

    /** Who is at that step now, the longest waiting first, at most {@link ProcessWatch#SHOWN}. */
    public List<ModelState.Waiting> waitingAt(ModelState.Version version, String activityId) {
        var instances =
                instancesAt(version, activityId).stream().collect(toMap(ProcessInstance::getId, Function.identity()));
        if (instances.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        select i.id, c.business_key, c.title, holder.name as holder, t.created_at, t.due_at
                        from unnest(string_to_array(:instances, ',')) as i (id)
                        left join inbox_case c on c.process_instance_id = i.id
                        left join inbox_task t on t.business_key = c.business_key and t.process_instance_id = i.id
                          and t.task_key = :activity and t.state = 'OPEN'
                        left join organisation holder on holder.id = t.organisation_id
                        order by t.due_at nulls last, t.created_at, i.id""")
                .param("instances", String.join(",", instances.keySet()))
                .param("activity", activityId)
                .query((row, n) -> {
                    var instance = instances.get(row.getString("id"));
                    var due = Optional.ofNullable(row.getTimestamp("due_at")).map(Timestamp::toInstant);
                    return new ModelState.Waiting(
                            instance.getId(),
                            Optional.ofNullable(instance.getBusinessKey()),
                            Optional.ofNullable(row.getString("title")),
                            Optional.ofNullable(row.getString("holder")),
                            Optional.ofNullable(row.getTimestamp("created_at")).map(Timestamp::toInstant),
                            due,
                            due.filter(at -> !at.isAfter(clock.instant())).isPresent());
                })
                .list();
    }

    /** Of a user task those that are due first; the engine, which knows nothing of that, is asked about other steps. */
    private List<ProcessInstance> instancesAt(ModelState.Version version, String activityId) {
        Set<String> ofTasks = Set.copyOf(jdbc.sql("""
                        select process_instance_id from inbox_task
                        where process_definition_id = :definition and task_key = :activity and state = 'OPEN'
                        order by due_at nulls last, created_at limit :shown""")
                .param("definition", version.definitionId())
                .param("activity", activityId)
                .param("shown", ProcessWatch.SHOWN)
                .query(String.class)
                .list());
        var query = runtime.createProcessInstanceQuery();
        return ofTasks.isEmpty()
                ? query.processDefinitionId(version.definitionId())
                        .activityIdIn(activityId)
                        .listPage(0, ProcessWatch.SHOWN)
                : query.processInstanceIds(ofTasks).list();
    }

    private List<ModelState.Version> versions(String processKey) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(definition -> new ModelState.Version(
                        definition.getId(),
                        definition.getVersion(),
                        deployedAt(definition),
                        runtime.createProcessInstanceQuery()
                                .processDefinitionId(definition.getId())
                                .count()))
                .toList();
    }

    private Instant deployedAt(ProcessDefinition definition) {
        return repository
                .createDeploymentQuery()
                .deploymentId(definition.getDeploymentId())
                .singleResult()
                .getDeploymentTime()
                .toInstant();
    }

    private ModelState state(String processKey, ModelState.Version version, List<ModelState.Version> versions) {
        var definition = definition(processKey, version.number()).orElseThrow();
        long ended = history.createHistoricProcessInstanceQuery()
                .processDefinitionId(version.definitionId())
                .finished()
                .count();
        return new ModelState(
                processKey,
                Optional.ofNullable(definition.getName()).orElse(processKey),
                version,
                versions,
                steps(version.definitionId()),
                version.running(),
                ended);
    }

    private List<ModelState.Step> steps(String definitionId) {
        Map<String, ActivityStatistics> running =
                management.createActivityStatisticsQuery(definitionId).includeIncidents().list().stream()
                        .collect(toMap(ActivityStatistics::getId, Function.identity()));
        Map<String, Tasks> tasks = tasks(definitionId);
        Set<String> ids = new LinkedHashSet<>();
        repository.getBpmnModelInstance(definitionId).getModelElementsByType(FlowNode.class).stream()
                .map(FlowNode::getId)
                .filter(id -> running.containsKey(id) || tasks.containsKey(id))
                .forEach(ids::add);
        return ids.stream()
                .map(id -> step(definitionId, id, Optional.ofNullable(running.get(id)), tasks.get(id)))
                .toList();
    }

    private ModelState.Step step(String definitionId, String id, Optional<ActivityStatistics> there, Tasks tasks) {
        return new ModelState.Step(
                id,
                names.of(definitionId, id),
                there.map(ActivityStatistics::getInstances).orElse(0),
                tasks == null ? 0 : tasks.overdue(),
                there.stream()
                        .flatMap(statistics -> statistics.getIncidentStatistics().stream())
                        .mapToLong(IncidentStatistics::getIncidentCount)
                        .sum(),
                tasks == null ? 0 : tasks.done(),
                tasks == null ? Optional.empty() : tasks.meanDuration());
    }

    private Map<String, Tasks> tasks(String definitionId) {
        return jdbc
                .sql("""
                        select task_key, count(*) filter (where state = 'OPEN' and due_at <= :now) as overdue,
                          count(*) filter (where state = 'DONE') as done,
                          extract(epoch from avg(completed_at - created_at) filter (where state = 'DONE')) as seconds
                        from inbox_task where process_definition_id = :definition and helps_task_id is null group by task_key""")
                .param("now", Timestamp.from(clock.instant()))
                .param("definition", definitionId)
                .query((row, n) -> new Tasks(
                        row.getString("task_key"),
                        row.getLong("overdue"),
                        row.getLong("done"),
                        Optional.ofNullable(row.getBigDecimal("seconds"))
                                .map(seconds -> Duration.ofSeconds(seconds.longValue()))))
                .list()
                .stream()
                .collect(toMap(Tasks::taskKey, Function.identity()));
    }

    private Optional<ProcessDefinition> definition(String processKey, int number) {
        return Optional.ofNullable(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .processDefinitionVersion(number)
                .singleResult());
    }

    private byte[] read(String definitionId) {
        try (InputStream model = repository.getProcessModel(definitionId)) {
            return model.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
