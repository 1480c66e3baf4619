package org.chuyi.workflow.operation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Post;
import org.chuyi.workflow.InboxTask;

/**
 * What an operation did, for the record and the notices.
 *
 * @param toName whom it concerned, as the record says it; empty for nobody
 * @param place where those who are told read more
 */
record Effect(String toName, Set<AccountId> people, List<Post> posts, String place) {

    static Effect silent() {
        return new Effect("", Set.of(), List.of(), "");
    }

    static Effect on(String toName, AccountId person, String place) {
        return new Effect(toName, Set.of(person), List.of(), place);
    }

    static Effect on(String toName, Optional<AccountId> person, InboxTask task) {
        return new Effect(toName, person.map(Set::of).orElse(Set.of()), List.of(), pageOf(task.id()));
    }

    Effect and(Post post) {
        var more = new ArrayList<>(posts);
        if (!more.contains(post)) {
            more.add(post);
        }
        return new Effect(toName, people, List.copyOf(more), place);
    }

    Effect at(String elsewhere) {
        return new Effect(toName, people, posts, elsewhere);
    }

    Effect withoutPerson(AccountId person) {
        var others = new LinkedHashSet<>(people);
        others.remove(person);
        return new Effect(toName, others, posts, place);
    }

    static String pageOf(String taskId) {
        return "/tasks/" + taskId;
    }
}
