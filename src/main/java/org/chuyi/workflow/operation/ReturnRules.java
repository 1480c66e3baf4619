package org.chuyi.workflow.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.StepReturns;
import org.springframework.stereotype.Component;

/** What each process says of going back. */
@Component
class ReturnRules {

    private final Map<String, StepReturns> returns;

    ReturnRules(List<StepReturns> returns) {
        this.returns = returns.stream().collect(Collectors.toMap(StepReturns::processKey, Function.identity()));
    }

    Optional<StepReturns> of(InboxTask task) {
        return Optional.ofNullable(returns.get(task.processKey()));
    }
}
