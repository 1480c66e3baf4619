package org.chuyi.notification;

import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Deputies;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.organisation.Post;

/**
 * What is told while a transaction goes on, and to whom.
 *
 * @param arguments as JSON
 * @param step whose step it is about, where people are told of one
 */
record PendingNotice(
        String template, String arguments, String link, List<AccountId> people, List<Post> posts, Optional<Post> step) {

    NoticeKind kind() {
        return NoticeKind.of(template);
    }

    boolean isPublic() {
        return ApplicantNotices.isPublic(template);
    }

    /** Where a deputy hears of it too: of a step that she may do in the person's place, and of nothing else. */
    Optional<OrganisationId> coveredPlace() {
        return step.filter(post -> Deputies.covers(post.role())).map(Post::organisation);
    }

    /** Whose applicants hear of it although it is not public. */
    Optional<OrganisationId> ownStep() {
        return ApplicantNotices.ownStep(template, step.map(Post::organisation));
    }
}
