package org.chuyi.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.stereotype.Service;

/** A case as its own process diagram: the model that it runs by, and where it has been. The caller decides who looks. */
@Service
public class ProcessPictures {

    /** Outcomes of a task that send the case back. */
    private static final Set<String> SENT_BACK = Set.of("returned", "sentBack", "declined");

    private final RepositoryService repository;
    private final HistoryService history;
    private final InboxCases cases;
    private final InboxTasks tasks;
    private final Map<String, byte[]> models = new ConcurrentHashMap<>();

    ProcessPictures(RepositoryService repository, HistoryService history, InboxCases cases, InboxTasks tasks) {
        this.repository = repository;
        this.history = history;
        this.cases = cases;
        this.tasks = tasks;
    }

    /** @param at when it was last finished there; empty while the case is there */
    public record Passed(String activityId, State state, Optional<Instant> at) {}

    public enum State {
        ACTIVE,
        DONE,
        /** Done, and it sent the case back. */
        RETURNED
    }

    /** The BPMN XML, in UTF-8, of the version that the case began with. */
    public byte[] modelOf(String businessKey) {
        return models.computeIfAbsent(cases.processDefinitionOf(businessKey), this::read);
    }

    /** Each activity that the case has reached, once, in the order in which it first did. */
    public List<Passed> passedBy(String businessKey) {
        var instance = cases.processInstanceOf(businessKey);
        if (instance.isEmpty()) {
            return List.of();
        }
        Map<String, Passed> passed = new LinkedHashMap<>();
        var sentBack = lastSentBack(businessKey);
        for (HistoricActivityInstance each : history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.get())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()) {
            if (!each.isCanceled()) {
                passed.merge(
                        each.getActivityId(),
                        passed(each, sentBack),
                        (before, now) -> before.state() == State.ACTIVE ? before : now);
            }
        }
        return List.copyOf(passed.values());
    }

    private static Passed passed(HistoricActivityInstance instance, Map<String, Boolean> sentBack) {
        var end = Optional.ofNullable(instance.getEndTime()).map(date -> date.toInstant());
        if (end.isEmpty()) {
            return new Passed(instance.getActivityId(), State.ACTIVE, end);
        }
        boolean returned = sentBack.getOrDefault(instance.getActivityId(), false);
        return new Passed(instance.getActivityId(), returned ? State.RETURNED : State.DONE, end);
    }

    /** By task key, whether the last one that was done sent the case back. */
    private Map<String, Boolean> lastSentBack(String businessKey) {
        Map<String, Boolean> last = new LinkedHashMap<>();
        tasks.of(businessKey).stream()
                .filter(task -> task.state() == InboxTask.State.DONE)
                .forEach(task -> last.put(
                        task.key(), task.outcome().filter(SENT_BACK::contains).isPresent()));
        return last;
    }

    private byte[] read(String processDefinitionId) {
        try (InputStream model = repository.getProcessModel(processDefinitionId)) {
            return model.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
