package org.chuyi.workflow.operation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.springframework.stereotype.Component;

/** Moves a case's token backwards, by the engine's own modification: what was open ends, the earlier step begins anew. */
@Component
class TokenMoves {

    private static final String BODY = "#multiInstanceBody";

    private final RuntimeService engine;
    private final RepositoryService models;
    private final OpenTasks tasks;

    TokenMoves(RuntimeService engine, RepositoryService models, OpenTasks tasks) {
        this.engine = engine;
        this.models = models;
        this.tasks = tasks;
    }

    /**
     * Into a multi-instance step with all its tasks, out of one with none of them left.
     *
     * @param waits activities besides user tasks where the token may stand
     */
    void back(InboxTask task, String step, Stream<String> waits, Map<String, Object> variables) {
        engine.setVariables(task.processInstanceId(), variables);
        var modification = engine.createProcessInstanceModification(task.processInstanceId());
        Stream.concat(openSteps(task).stream(), waits)
                .forEach(open -> modification.cancelAllForActivity(whole(task, open)));
        modification.startBeforeActivity(whole(task, step)).execute();
    }

    /** Beside its siblings, as one more of the same step. */
    void rejoin(InboxTask task, Map<String, Object> own) {
        var modification = engine.createProcessInstanceModification(task.processInstanceId())
                .startBeforeActivity(task.key());
        own.forEach(modification::setVariableLocal);
        modification.execute();
    }

    private List<String> openSteps(InboxTask task) {
        return tasks.of(task.businessKey()).stream()
                .filter(open -> !open.isHelp())
                .map(InboxTask::key)
                .distinct()
                .toList();
    }

    private String whole(InboxTask task, String step) {
        var element = models.getBpmnModelInstance(task.processDefinitionId()).getModelElementById(step);
        return element instanceof Activity activity && activity.getLoopCharacteristics() != null ? step + BODY : step;
    }
}
