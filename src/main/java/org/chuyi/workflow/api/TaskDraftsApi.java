package org.chuyi.workflow.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.TaskDrafts;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.TaskInbox;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller has begun to answer in a task's form. */
@RestController
@RequestMapping(TaskDraftsApi.PATH)
@Tag(name = "Inbox 待办")
class TaskDraftsApi {

    static final String PATH = TasksApi.PATH + "/draft";

    private final TaskInbox inbox;
    private final TaskForms forms;
    private final TaskDrafts drafts;
    private final ProblemTexts problems;
    private final CurrentActor currentActor;

    TaskDraftsApi(
            TaskInbox inbox, TaskForms forms, TaskDrafts drafts, ProblemTexts problems, CurrentActor currentActor) {
        this.inbox = inbox;
        this.forms = forms;
        this.drafts = drafts;
        this.problems = problems;
        this.currentActor = currentActor;
    }

    /** @param revision to be named when saving; 0 before the first */
    record BegunAnswers(int revision, Map<String, Object> answers, Optional<Instant> savedAt) {}

    /**
     * @param revision of the draft that these answers were written over
     * @param answers all of the draft, not only what has changed
     */
    record AnswersToKeep(@NotNull Integer revision, @NotNull Map<String, Object> answers) {}

    /** @param refused what was not kept, and why */
    record KeptAnswers(int revision, Instant savedAt, List<ProblemTexts.ProblemText> refused) {}

    @GetMapping
    @Operation(summary = "读取意见草稿", description = "What the caller herself has begun to answer; nobody else reads it.")
    @ApiResponse(responseCode = "200", description = "The draft, empty before the first saving")
    @ApiResponse(responseCode = "404", description = "No such open task for this caller")
    BegunAnswers draft(@Parameter(description = "As in the inbox") @PathVariable String id) {
        Actor actor = currentActor.get();
        var draft = drafts.find(open(id, actor), actor);
        return new BegunAnswers(draft.revision(), draft.answers(), draft.savedAt());
    }

    @PutMapping
    @Operation(
            summary = "保存意见草稿",
            description =
                    "Keeps the answers without deciding. Whoever decided the step before can take her decision back no more.")
    @ApiResponse(responseCode = "200", description = "Kept")
    @ApiResponse(responseCode = "404", description = "No such open task for this caller, or it has no form")
    @ApiResponse(
            responseCode = "409",
            description = "Another program or window of the caller's has saved since: revision")
    KeptAnswers keep(
            @Parameter(description = "As in the inbox") @PathVariable String id,
            @Valid @RequestBody AnswersToKeep body,
            @Parameter(hidden = true) Locale locale) {
        Actor actor = currentActor.get();
        InboxTask task = open(id, actor);
        var form = forms.formOf(task).orElseThrow(ApiProblem::notFound);
        var saved = drafts.save(task, form, actor, body.revision(), body.answers());
        if (saved instanceof TaskDrafts.Saved.Kept kept) {
            return new KeptAnswers(
                    kept.revision(), kept.savedAt(), problems.of(kept.refused(), Optional.of(form), locale));
        }
        var present = ((TaskDrafts.Saved.Overtaken) saved).present();
        throw ApiProblem.of(
                        ApiProblemKind.DRAFT_OVERTAKEN,
                        actor.name(),
                        present.savedAt().orElseThrow())
                .with("revision", present.revision());
    }

    private InboxTask open(String id, Actor actor) {
        return inbox.find(id, actor)
                .filter(InboxTask::isOpen)
                .filter(task -> task.isOfferedTo(actor))
                .orElseThrow(ApiProblem::notFound);
    }
}
