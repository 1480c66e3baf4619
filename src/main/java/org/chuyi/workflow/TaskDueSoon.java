package org.chuyi.workflow;

/** A watched task is open shortly before it is due; published once, inside the engine's transaction. */
public record TaskDueSoon(InboxTask task) {}
