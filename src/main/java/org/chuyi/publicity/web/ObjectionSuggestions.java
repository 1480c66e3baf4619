package org.chuyi.publicity.web;

import java.util.List;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.publicity.ObjectionProcess;
import org.chuyi.publicity.PublicityKeys;
import org.chuyi.selection.Contest;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.Contests;
import org.chuyi.selection.ListedApplications;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskInbox;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the correction proposes that follows from an objection: a row of one of the round's lists. */
@RestController
class ObjectionSuggestions {

    private final TaskInbox inbox;
    private final Contests contests;
    private final ListedApplications listed;
    private final CurrentActor currentActor;

    ObjectionSuggestions(TaskInbox inbox, Contests contests, ListedApplications listed, CurrentActor currentActor) {
        this.inbox = inbox;
        this.contests = contests;
        this.listed = listed;
        this.currentActor = currentActor;
    }

    /** @param of the task in whose form the field is; whoever answers the objection decides on the whole list */
    @GetMapping("/suggestions/objection-applications")
    List<ListedApplications.Suggestion> applications(
            @RequestParam String q, @RequestParam(defaultValue = "") String of) {
        return listed.matching(contestsOf(of, currentActor.get()), q);
    }

    private List<ContestKey> contestsOf(String taskId, Actor actor) {
        return inbox
                .find(taskId, actor)
                .filter(InboxTask::isOpen)
                .filter(task -> task.isOfferedTo(actor) && task.key().equals(ObjectionProcess.ANSWER_OBJECTION))
                .stream()
                .flatMap(task -> contests.of(PublicityKeys.roundOf(task.businessKey())).stream())
                .map(Contest::key)
                .toList();
    }
}
