package org.chuyi.workflow;

import java.time.Instant;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Post;

/**
 * A task has come up; published inside the engine's transaction.
 *
 * @param person the one person to whom it is offered; empty where it is offered to all who hold the post
 */
public record TaskOffered(
        String taskId,
        String key,
        String businessKey,
        String part,
        Post post,
        Optional<AccountId> person,
        Optional<Instant> dueAt) {}
