package org.chuyi.workflow.operation;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.organisation.Role;
import org.chuyi.workflow.CasePages;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.chuyi.workflow.Superiors;
import org.springframework.stereotype.Component;

/**
 * Whom outside her own body a reviewer or an officer may tell of a case: those who had one of its tasks, and the lead
 * department, where the case's own page would let them read it. So nobody learns by it what is not for her: a list that
 * is still being ranked, another city's application. Schools and experts are told by the process alone.
 */
@Component
class OtherBodies {

    private static final Set<Role> OFFICES = EnumSet.of(Role.REVIEWER, Role.PROVINCIAL_OFFICER, Role.PROVINCIAL_LEADER);

    /** Whoever holds the post, and nothing besides. */
    private static final AccountId ANYBODY = new AccountId(0);

    private final OpenTasks tasks;
    private final Superiors superiors;
    private final Organisations organisations;
    private final Map<String, CasePages> pages;

    OtherBodies(OpenTasks tasks, Superiors superiors, Organisations organisations, List<CasePages> pages) {
        this.tasks = tasks;
        this.superiors = superiors;
        this.organisations = organisations;
        this.pages = pages.stream().collect(Collectors.toMap(CasePages::processKey, Function.identity()));
    }

    List<Post> reading(InboxTask task, Actor actor) {
        if (!OFFICES.contains(task.offeredTo().role()) || !pages.containsKey(task.processKey())) {
            return List.of();
        }
        var had = tasks.ever(task.businessKey()).stream()
                .filter(each -> each.state() != InboxTask.State.CANCELLED && !each.personal())
                .map(InboxTask::offeredTo)
                .filter(post -> OFFICES.contains(post.role()));
        return Stream.concat(had, Stream.of(superiors.leadOfficers()))
                .distinct()
                .filter(post -> !post.organisation().equals(actor.organisation()))
                .filter(post -> pages.get(task.processKey()).mayOpen(task.businessKey(), anybodyOf(post)))
                .toList();
    }

    private Actor anybodyOf(Post post) {
        Organisation body = organisations.get(post.organisation());
        return new Actor(ANYBODY, "", "", body.id(), body.name(), body.kind(), body.cityCode(), Set.of(post.role()));
    }
}
