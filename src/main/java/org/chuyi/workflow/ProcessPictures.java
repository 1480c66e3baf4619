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
import java.util.function.Predicate;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Service;

/** A case as its own process diagram: the model that it runs by, and where it has been. The caller decides who looks. */
@Service
public class ProcessPictures {

    /** Outcomes of a task that send the case back. */
    private static final Set<String> SENT_BACK = Set.of("returned", "sentBack", "declined");

    private final RepositoryService repository;
    private final StepHistory history;
    private final TakenFlows flows;
    private final InboxCases cases;
    private final InboxTasks tasks;
    private final Map<String, byte[]> models = new ConcurrentHashMap<>();

    ProcessPictures(
            RepositoryService repository, StepHistory history, TakenFlows flows, InboxCases cases, InboxTasks tasks) {
        this.repository = repository;
        this.history = history;
        this.flows = flows;
        this.cases = cases;
        this.tasks = tasks;
    }

    /** @param at when it was last finished there; empty while the case is there */
    public record Passed(String activityId, State state, Optional<Instant> at) {}

    /**
     * @param passed each activity that the case has reached, once, in the order in which it first did
     * @param taken the sequence flows by which it went, in that order
     */
    public record Picture(List<Passed> passed, List<TakenFlow> taken) {

        /** What of it may be seen by someone to whom these activities are hidden. */
        public Picture without(Predicate<String> hidden) {
            return new Picture(
                    passed.stream()
                            .filter(each -> !hidden.test(each.activityId()))
                            .toList(),
                    taken.stream()
                            .filter(flow -> !hidden.test(flow.from()) && !hidden.test(flow.to()))
                            .toList());
        }
    }

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

    public Picture of(String businessKey) {
        var steps = cases.processInstanceOf(businessKey).map(history::of).orElse(List.of());
        return new Picture(
                passed(steps, lastSentBack(businessKey)),
                steps.isEmpty() ? List.of() : flows.between(steps, cases.processDefinitionOf(businessKey)));
    }

    private static List<Passed> passed(List<StepHistory.Step> steps, Map<String, Boolean> sentBack) {
        Map<String, Passed> passed = new LinkedHashMap<>();
        for (var step : steps) {
            if (!step.cancelled()) {
                passed.merge(
                        step.activityId(),
                        passed(step, sentBack),
                        (before, now) -> before.state() == State.ACTIVE ? before : now);
            }
        }
        return List.copyOf(passed.values());
    }

    private static Passed passed(StepHistory.Step step, Map<String, Boolean> sentBack) {
        if (step.ended().isEmpty()) {
            return new Passed(step.activityId(), State.ACTIVE, step.ended());
        }
        boolean returned = sentBack.getOrDefault(step.activityId(), false);
        return new Passed(step.activityId(), returned ? State.RETURNED : State.DONE, step.ended());
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
