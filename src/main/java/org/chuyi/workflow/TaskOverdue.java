package org.chuyi.workflow;

/** A watched task was not done in time; published once, inside the engine's transaction. */
public record TaskOverdue(InboxTask task, DeadlineWatch.Report report) {}
