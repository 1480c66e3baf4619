package org.chuyi.workflow.work;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The kinds of background work. */
@Component
class BackgroundTasks {

    private final Map<String, BackgroundTask> tasks;

    BackgroundTasks(Collection<BackgroundTask> tasks) {
        this.tasks = tasks.stream().collect(Collectors.toMap(BackgroundTask::kind, Function.identity()));
    }

    BackgroundTask of(String kind) {
        BackgroundTask task = tasks.get(kind);
        if (task == null) {
            throw new IllegalArgumentException("No background work of the kind " + kind);
        }
        return task;
    }
}
