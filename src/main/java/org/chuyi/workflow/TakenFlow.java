package org.chuyi.workflow;

/** A sequence flow of the model by which an instance went from one step to another. */
public record TakenFlow(String flowId, String from, String to) {}
