package org.chuyi.workflow.work;

/** A result to be fetched. */
public record ResultFile(String name, String mediaType, byte[] content) {}
