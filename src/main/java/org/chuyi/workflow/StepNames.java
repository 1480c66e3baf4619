package org.chuyi.workflow;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.springframework.stereotype.Component;

/** Steps as their model calls them; the engine keeps the models in memory. */
@Component
class StepNames {

    private final RepositoryService repository;

    StepNames(RepositoryService repository) {
        this.repository = repository;
    }

    /** Its id where it has no name; nothing where there is no step. */
    String of(String definition, String activityId) {
        if (definition == null || activityId == null) {
            return "";
        }
        return element(definition, activityId) instanceof FlowElement element && element.getName() != null
                ? element.getName()
                : activityId;
    }

    /** Whether a person would say that the instance was there: not of a fork, nor of the frame around several at once. */
    boolean isNamed(String definition, String activityId) {
        return element(definition, activityId) instanceof FlowElement element
                && !(element instanceof ExclusiveGateway || element instanceof ParallelGateway);
    }

    private Object element(String definition, String activityId) {
        return repository.getBpmnModelInstance(definition).getModelElementById(activityId);
    }
}
