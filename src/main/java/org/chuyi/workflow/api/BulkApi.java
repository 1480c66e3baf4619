package org.chuyi.workflow.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.RequestKey;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.bulk.BulkCompletion;
import org.chuyi.workflow.bulk.BulkCompletions;
import org.chuyi.workflow.bulk.BulkPlan;
import org.chuyi.workflow.bulk.BulkRow;
import org.chuyi.workflow.bulk.BulkStart;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Inbox 待办")
class BulkApi {

    static final String PATH = "/api/v1/inbox/bulk";

    private final BulkCompletions bulks;
    private final ProblemTexts problems;
    private final MessageSource messages;
    private final CurrentActor currentActor;

    BulkApi(BulkCompletions bulks, ProblemTexts problems, MessageSource messages, CurrentActor currentActor) {
        this.bulks = bulks;
        this.problems = problems;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    /** @param answers to the form of the tasks, which are all of one kind */
    record BulkRequest(
            @NotNull @Size(min = 1, max = BulkCompletion.MOST)
            List<String> tasks,

            @NotNull Map<String, Object> answers) {}

    /** @param work its progress is told by GET /api/v1/work/{id} */
    record BulkBegun(long bulk, long work) {}

    /** @param note the outcome's code of what is done; of the others, why not */
    record BulkLine(
            String task,

            @Schema(allowableValues = {"CHOSEN", "LEFT_OUT", "DONE", "DONE_BEFORE", "REFUSED"})
            String state,

            Optional<String> note) {}

    record BulkResult(long bulk, Optional<Long> work, List<BulkLine> tasks) {}

    @PostMapping(PATH)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "批量办理", description = """
                    Completes up to 1,000 tasks of one kind with the same answers, in the background; each passes the same \
                    checks as by itself. Tasks of another kind, done or claimed by others are left out. Repeated with the \
                    same Idempotency-Key, it gets the first answer.""")
    @ApiResponse(responseCode = "202", description = "Under way, now or by an earlier request with this key")
    @ApiResponse(responseCode = "400", description = "No Idempotency-Key, no tasks or too many, or a malformed body")
    @ApiResponse(
            responseCode = "422",
            description = "The answers were not accepted, or none of the tasks can be done so")
    BulkBegun begin(
            @Parameter(required = true, description = "Your own key for this operation, 1 to 200 characters")
                    @RequestHeader(name = RequestKey.HEADER, required = false)
                    String key,
            @Valid @RequestBody BulkRequest body,
            @Parameter(hidden = true) Locale locale) {
        var requestKey = RequestKey.required(key);
        var start = bulks.begin(currentActor.get(), body.tasks(), body.answers(), requestKey.value(), locale);
        if (start instanceof BulkStart.Begun begun) {
            return new BulkBegun(begun.bulk(), begun.work());
        }
        if (start instanceof BulkStart.Rejected rejected) {
            throw problems.refusal(rejected.problems(), Optional.empty(), locale);
        }
        throw ApiProblem.of(ApiProblemKind.INVALID_ANSWERS)
                .saying("workflow.bulk.problem.nothing")
                .with("tasks", leftOut(((BulkStart.NothingToDo) start).plan(), locale));
    }

    @GetMapping(PATH + "/{id}")
    @Operation(summary = "批量办理的逐件结果", description = "What became of each task of the caller's bulk completion.")
    @ApiResponse(responseCode = "200", description = "A line for each task")
    @ApiResponse(responseCode = "404", description = "No such bulk completion of this caller")
    BulkResult result(
            @Parameter(description = "As answered by POST") @PathVariable long id,
            @Parameter(hidden = true) Locale locale) {
        BulkCompletion bulk = bulks.find(id, currentActor.get()).orElseThrow(ApiProblem::notFound);
        return new BulkResult(
                id,
                bulk.work(),
                bulks.rows(bulk).stream().map(row -> line(row, locale)).toList());
    }

    private List<BulkLine> leftOut(BulkPlan plan, Locale locale) {
        return plan.leftOut().stream()
                .map(each -> new BulkLine(
                        each.taskId(),
                        BulkRow.State.LEFT_OUT.name(),
                        Optional.of(text(each.reason(), each.detail(), locale))))
                .toList();
    }

    private BulkLine line(BulkRow row, Locale locale) {
        Optional<String> note = row.reason().isEmpty()
                ? Optional.of(row.detail()).filter(outcome -> !outcome.isEmpty())
                : Optional.of(text(row.reason(), row.detail(), locale));
        return new BulkLine(row.taskId(), row.state().name(), note);
    }

    private String text(String reason, String detail, Locale locale) {
        return messages.getMessage(reason, new Object[] {detail}, locale);
    }
}
