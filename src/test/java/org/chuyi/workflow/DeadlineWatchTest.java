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

    /** Reminds by a timer of its own and lapses. */
    private static final String INVITATION = "answerInvitation";

    @Autowired
    Collection<DeadlineWatch> watches;

    @Test
    void everyTaskOfASelectionThatHasADeadlineIsWatched() {
        Set<String> watched = watches.stream()
                .flatMap(watch -> watch.taskKeys().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> due = new ProcessModels()
                .all(UserTask.class).stream()
                        .filter(task -> !task.model().process().getId().equals("schoolApplication"))
                        .filter(task -> task.camunda("dueDate") != null)
                        .map(ProcessModels.Element::id)
                        .filter(task -> !task.equals(INVITATION))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(watched).isEqualTo(due).hasSizeGreaterThan(10);
    }
}
