package org.chuyi.workflow;

import java.util.Map;
import org.chuyi.organisation.Actor;

/**
 * Implemented by the module that keeps what was begun of a task's form, so that the form also opens with it, and is
 * understood as it was meant, in Camunda's Tasklist.
 */
public interface TaskDraft {

    String taskKey();

    /** What the form begins with, as its writer may see it; nothing for anybody else. */
    Map<String, Object> begun(String businessKey, Actor actor);

    /** What the answers say when those that the screen only masked are taken from the draft. */
    Map<String, Object> meant(String businessKey, Map<String, Object> answers);
}
