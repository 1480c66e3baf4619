package org.chuyi.workflow;

/** Names in {@code task-deadline.bpmn}; the business key is the task's id. */
final class TaskDeadlineProcess {

    static final String KEY = "taskDeadline";

    private TaskDeadlineProcess() {}
}
