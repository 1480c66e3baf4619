package org.chuyi.workflow.work;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Work whose attempts are used up and that waits for the administrator: the engine knows, the row does not. */
@Component
class StuckWork {

    private final RuntimeService engine;

    StuckWork(RuntimeService engine) {
        this.engine = engine;
    }

    Set<Long> all() {
        return engine
                .createProcessInstanceQuery()
                .processDefinitionKey(BackgroundWorkProcess.KEY)
                .withIncident()
                .list()
                .stream()
                .map(instance -> Long.valueOf(instance.getBusinessKey()))
                .collect(Collectors.toSet());
    }
}
