package org.chuyi.workflow;

/** What is told of a watched task's deadline, each once. */
public enum DeadlineNotice {
    /** Before it, to whoever holds the task. */
    REMINDER,
    /** After it, to whoever holds the task and to those above. */
    REPORT
}
