package org.chuyi.workflow.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.RequestKey;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.FormTrees;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.TaskForms;
import org.chuyi.workflow.TaskInbox;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(TasksApi.PATH)
@Tag(name = "Inbox 待办")
class TasksApi {

    static final String PATH = "/api/v1/tasks/{id}";

    private final TaskInbox inbox;
    private final TaskForms forms;
    private final InboxItems items;
    private final ProblemTexts problems;
    private final CurrentActor currentActor;
    private final FormTrees trees;

    TasksApi(
            TaskInbox inbox,
            TaskForms forms,
            InboxItems items,
            ProblemTexts problems,
            CurrentActor currentActor,
            FormTrees trees) {
        this.inbox = inbox;
        this.forms = forms;
        this.items = items;
        this.problems = problems;
        this.currentActor = currentActor;
        this.trees = trees;
    }

    /** @param form what has to be answered, as form-js takes it, labels in the caller's language */
    record TaskView(InboxItem task, @Schema(type = "object") Optional<JsonNode> form) {}

    /** @param answers by the keys of the form's fields; nothing that the form does not name is taken */
    record TaskAnswers(@NotNull Map<String, Object> answers) {}

    /** @param outcome which way the process goes on, e.g. {@code returned}; {@code sealed} while signers are awaited */
    record TaskCompleted(String businessKey, String outcome) {}

    @GetMapping
    @Operation(
            summary = "任务及其表单",
            description = "A task that is or was offered to a post that the caller holds, with its form.")
    @ApiResponse(responseCode = "200", description = "The task")
    @ApiResponse(responseCode = "404", description = "No such task for this caller")
    TaskView task(
            @Parameter(description = "As in the inbox") @PathVariable String id,
            @Parameter(hidden = true) Locale locale) {
        InboxTask task = inbox.find(id, currentActor.get()).orElseThrow(ApiProblem::notFound);
        return new TaskView(items.of(task, locale), forms.formOf(task).map(form -> trees.of(form, locale)));
    }

    @PostMapping("/completion")
    @Operation(summary = "办理任务", description = """
                    Completes the task with the answers to its form. The server checks every field; a refused attempt \
                    changes nothing. Repeated with the same Idempotency-Key, it gets the first answer and is not done twice.""")
    @ApiResponse(responseCode = "200", description = "Done, now or by an earlier request with this key")
    @ApiResponse(responseCode = "400", description = "No Idempotency-Key, or a malformed body")
    @ApiResponse(responseCode = "404", description = "No such task for this caller")
    @ApiResponse(
            responseCode = "409",
            description = "Somebody was first (completedBy, completedAt), or has claimed it (claimedBy)")
    @ApiResponse(responseCode = "410", description = "The process took the task away: withdrawn, expired or moved on")
    @ApiResponse(responseCode = "422", description = "The answers were not accepted: problems")
    TaskCompleted complete(
            @Parameter(description = "As in the inbox") @PathVariable String id,
            @Parameter(required = true, description = "Your own key for this operation, 1 to 200 characters")
                    @RequestHeader(name = RequestKey.HEADER, required = false)
                    String key,
            @Valid @RequestBody TaskAnswers body,
            @Parameter(hidden = true) Locale locale) {
        var requestKey = RequestKey.required(key);
        Actor actor = currentActor.get();
        var completion = inbox.complete(id, actor, body.answers(), Optional.of(requestKey.value()));
        if (completion instanceof Completion.Completed done) {
            return new TaskCompleted(done.businessKey(), done.outcome());
        }
        if (completion instanceof Completion.Sealed) {
            return new TaskCompleted(inbox.find(id, actor).orElseThrow().businessKey(), "sealed");
        }
        throw problem(completion, id, actor, locale);
    }

    private ApiProblem problem(Completion completion, String id, Actor actor, Locale locale) {
        if (completion instanceof Completion.Rejected rejected) {
            var form = inbox.find(id, actor).flatMap(forms::formOf);
            return problems.refusal(rejected.problems(), form, locale);
        }
        if (completion instanceof Completion.AlreadyDone done) {
            return ApiProblem.alreadyDone(done.byName(), done.at());
        }
        if (completion instanceof Completion.ClaimedBy claimed) {
            return ApiProblem.of(ApiProblemKind.TASK_CLAIMED, claimed.name()).with("claimedBy", claimed.name());
        }
        return completion instanceof Completion.Cancelled
                ? ApiProblem.of(ApiProblemKind.TASK_CANCELLED)
                : ApiProblem.notFound();
    }
}
