package org.chuyi.workflow;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.springframework.stereotype.Component;

/** The way that an instance took between its steps, which the engine does not keep: each step was reached from one before it. */
@Component
class TakenFlows {

    private static final Comparator<StepHistory.Step> LAST_LEFT = Comparator.comparing(
                    (StepHistory.Step step) -> step.ended().orElseThrow())
            .thenComparing(StepHistory.Step::occurrence);

    private final RepositoryService repository;

    TakenFlows(RepositoryService repository) {
        this.repository = repository;
    }

    /** Each once, in the order in which they were first taken. */
    List<TakenFlow> between(List<StepHistory.Step> steps, String processDefinitionId) {
        var model = repository.getBpmnModelInstance(processDefinitionId);
        Map<String, NavigableSet<StepHistory.Step>> left = steps.stream()
                .filter(step -> step.ended().isPresent() && !step.cancelled())
                .collect(Collectors.groupingBy(
                        StepHistory.Step::activityId, Collectors.toCollection(() -> new TreeSet<>(LAST_LEFT))));
        return steps.stream()
                .flatMap(step -> model.getModelElementById(step.activityId()) instanceof FlowNode node
                        ? into(node, step, left)
                        : Stream.empty())
                .distinct()
                .toList();
    }

    /** What joins several ways is reached by all of them; anything else from the step that was left last. */
    private static Stream<TakenFlow> into(
            FlowNode node, StepHistory.Step reached, Map<String, NavigableSet<StepHistory.Step>> left) {
        Map<TakenFlow, StepHistory.Step> before = new LinkedHashMap<>();
        for (var flow : node.getIncoming()) {
            String from = flow.getSource().getId();
            leftLast(left.get(from), reached)
                    .ifPresent(step -> before.put(new TakenFlow(flow.getId(), from, node.getId()), step));
        }
        return node instanceof ParallelGateway
                ? before.keySet().stream()
                : before.entrySet().stream().max(Map.Entry.comparingByValue(LAST_LEFT)).map(Map.Entry::getKey).stream();
    }

    /** Before the other was reached. */
    private static Optional<StepHistory.Step> leftLast(
            NavigableSet<StepHistory.Step> visits, StepHistory.Step reached) {
        return Optional.ofNullable(visits).map(each -> each.lower(reached.leftAtOnce()));
    }
}
