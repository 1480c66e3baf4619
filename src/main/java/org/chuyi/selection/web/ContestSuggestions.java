package org.chuyi.selection.web;

import java.util.List;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.selection.ContestReaders;
import org.chuyi.selection.ListedApplications;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.TaskInbox;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a field proposes that takes a row of the contest which the reader's task is about. */
@RestController
class ContestSuggestions {

    private final TaskInbox inbox;
    private final ContestReaders readers;
    private final ListedApplications listed;
    private final CurrentActor currentActor;

    ContestSuggestions(TaskInbox inbox, ContestReaders readers, ListedApplications listed, CurrentActor currentActor) {
        this.inbox = inbox;
        this.readers = readers;
        this.listed = listed;
        this.currentActor = currentActor;
    }

    /** @param of the task in whose form the field is */
    @GetMapping("/suggestions/contest-applications")
    List<ListedApplications.Suggestion> applications(
            @RequestParam String q, @RequestParam(defaultValue = "") String of) {
        var actor = currentActor.get();
        var contest = inbox.find(of, actor)
                .filter(InboxTask::isOpen)
                .filter(task -> !task.personal())
                .flatMap(task -> readers.find(task.businessKey(), actor));
        return listed.matching(contest.stream().toList(), q);
    }
}
