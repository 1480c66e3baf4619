package org.chuyi.workflow;

import java.util.List;
import java.util.Set;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Post;

/**
 * An operation was carried out on a task; published in its transaction.
 *
 * @param people who has to be told, one by one
 * @param posts who has to be told, as holders of a post
 * @param place path that tells them more: the task's page, or the case's for those who have no part in the task
 */
public record TaskOperated(
        TaskOperation operation,
        InboxTask task,
        Actor by,
        String reason,
        Set<AccountId> people,
        List<Post> posts,
        String place) {}
