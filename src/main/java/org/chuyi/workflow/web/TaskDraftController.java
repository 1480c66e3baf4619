package org.chuyi.workflow.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.TaskDrafts;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.TaskInbox;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The opinion under way, as {@code form.js} reads and saves it. */
@Controller
@RequestMapping("/tasks/{id}/draft")
class TaskDraftController {

    private final TaskInbox inbox;
    private final TaskForms forms;
    private final TaskDrafts drafts;
    private final ProblemTexts problems;
    private final CurrentActor currentActor;

    TaskDraftController(
            TaskInbox inbox, TaskForms forms, TaskDrafts drafts, ProblemTexts problems, CurrentActor currentActor) {
        this.inbox = inbox;
        this.forms = forms;
        this.drafts = drafts;
        this.problems = problems;
        this.currentActor = currentActor;
    }

    record Begun(Map<String, Object> answers, int revision, Optional<Instant> savedAt) {}

    record Kept(int revision, Instant savedAt, List<ProblemTexts.ProblemText> refused) {}

    record Overtaken(int revision, Optional<Instant> savedAt, String savedBy) {}

    @GetMapping
    @ResponseBody
    Begun read(@PathVariable String id) {
        Actor actor = currentActor.get();
        var draft = drafts.find(open(id, actor), actor);
        return new Begun(draft.answers(), draft.revision(), draft.savedAt());
    }

    @PutMapping
    @ResponseBody
    ResponseEntity<Object> save(
            @PathVariable String id, @RequestBody TaskController.Submission submission, Locale locale) {
        Actor actor = currentActor.get();
        InboxTask task = open(id, actor);
        var form = forms.formOf(task).orElseThrow(() -> new NotThere("form of task " + id));
        int revision = submission.revision() == null ? 0 : submission.revision();
        var saved = drafts.save(task, form, actor, revision, submission.given());
        if (saved instanceof TaskDrafts.Saved.Kept kept) {
            return ResponseEntity.ok(
                    new Kept(kept.revision(), kept.savedAt(), problems.of(kept.refused(), Optional.of(form), locale)));
        }
        var present = ((TaskDrafts.Saved.Overtaken) saved).present();
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(new Overtaken(present.revision(), present.savedAt(), actor.name()));
    }

    private InboxTask open(String id, Actor actor) {
        return inbox.find(id, actor)
                .filter(InboxTask::isOpen)
                .filter(task -> task.isOfferedTo(actor))
                .orElseThrow(() -> new NotThere(id));
    }
}
