package org.chuyi.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.chuyi.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class DeadlineWatchTest {

    @Autowired
    Collection<DeadlineReminder> reminders;

    @Test
    void everyTaskThatHasADeadlineIsWatchedByOneModule() {
        Set<String> due = new ProcessModels()
                .all(UserTask.class).stream()
                        .filter(task -> task.camunda("dueDate") != null)
                        .map(ProcessModels.Element::id)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(reminders.stream().flatMap(watch -> watch.taskKeys().stream()))
                .containsExactlyInAnyOrderElementsOf(due)
                .hasSizeGreaterThan(20);
    }
}
