package org.chuyi.workflow;

import java.time.Instant;
import java.util.Optional;
import org.chuyi.organisation.Post;

/** A task has come up; published inside the engine's transaction. */
public record TaskOffered(String taskId, String key, String businessKey, Post post, Optional<Instant> dueAt) {}
