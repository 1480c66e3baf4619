package org.chuyi.application;

import org.springframework.core.io.Resource;

/** A file that somebody may read; its content comes from the store in pieces while it is read. */
public record MaterialContent(Attachment attachment, Resource content) {}
