package org.chuyi.workflow.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.CaseOperation;
import org.chuyi.workflow.CaseOperations;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.TaskInbox;
import org.chuyi.workflow.TaskOperation;
import org.chuyi.workflow.operation.CaseUrging;
import org.chuyi.workflow.operation.OperationResult;
import org.chuyi.workflow.operation.TaskOperations;
import org.chuyi.workflow.operation.Wanted;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Inbox 待办")
class OperationsApi {

    static final String PATH = TasksApi.PATH + "/operations";
    static final String URGE = "/api/v1/cases/{businessKey}/urge";

    private final TaskOperations operations;
    private final CaseUrging urging;
    private final CaseOperations done;
    private final TaskInbox inbox;
    private final ProblemTexts problems;
    private final CurrentActor currentActor;

    OperationsApi(
            TaskOperations operations,
            CaseUrging urging,
            CaseOperations done,
            TaskInbox inbox,
            ProblemTexts problems,
            CurrentActor currentActor) {
        this.operations = operations;
        this.urging = urging;
        this.done = done;
        this.inbox = inbox;
        this.problems = problems;
        this.currentActor = currentActor;
    }

    /** @param offered what the caller may do to the task now; done: what was done to the case's tasks so far */
    record OperationsView(List<OperationOffer> offered, List<OperationDone> done) {}

    /** @param people whom it may concern; steps: where it may go back to */
    record OperationOffer(String operation, boolean reason, List<OperationPerson> people, List<String> steps) {}

    record OperationPerson(String to, String name) {}

    record OperationDone(
            String operation, String step, String reason, String by, String organisation, String to, Instant at) {}

    /** @param reason why, or the opinion; to: a value of people; step: one of steps */
    record OperationOrder(Optional<String> reason, Optional<String> to, Optional<String> step) {

        Wanted wanted() {
            return new Wanted(reason.orElse(""), to.orElse(""), step.orElse(""));
        }
    }

    record OperationAnswer(String businessKey, String operation) {}

    @GetMapping(PATH)
    @Operation(
            summary = "任务可用的操作与操作记录",
            description =
                    "Claim, transfer, delegate, urge and the like: what the caller may do to the task now, and what was done so far.")
    @ApiResponse(responseCode = "200", description = "What may be done, what was done")
    @ApiResponse(responseCode = "404", description = "No such task for this caller")
    OperationsView operations(@Parameter(description = "As in the inbox") @PathVariable String id) {
        var actor = currentActor.get();
        InboxTask task = inbox.find(id, actor).orElseThrow(ApiProblem::notFound);
        var offered = operations.offers(task, actor).stream()
                .map(OperationsApi::offer)
                .toList();
        return new OperationsView(
                offered,
                task.personal()
                        ? List.of()
                        : done.shownTo(actor, task.businessKey()).stream()
                                .map(OperationsApi::done)
                                .toList());
    }

    @PostMapping(PATH + "/{operation}")
    @Operation(
            summary = "对任务执行一项操作",
            description =
                    "Does one of the operations that are offered: its rule is checked, its step, record and notices are one transaction.")
    @ApiResponse(responseCode = "200", description = "Done")
    @ApiResponse(responseCode = "404", description = "No such task or operation for this caller")
    @ApiResponse(responseCode = "422", description = "A rule stands against it: problems")
    OperationAnswer perform(
            @Parameter(description = "As in the inbox") @PathVariable String id,
            @Parameter(description = "e.g. claim, transfer, delegate") @PathVariable String operation,
            @Valid @RequestBody OperationOrder body,
            @Parameter(hidden = true) Locale locale) {
        var kind = TaskOperation.of(operation).orElseThrow(ApiProblem::notFound);
        return answer(operations.perform(kind, id, currentActor.get(), body.wanted()), locale);
    }

    @PostMapping(URGE)
    @Operation(
            summary = "催办",
            description =
                    "Urges whoever has the case, by somebody who reads it. The applying school may do so from the day it is overdue, each person once a workday.")
    @ApiResponse(responseCode = "200", description = "They are told")
    @ApiResponse(responseCode = "404", description = "No such case for this caller")
    @ApiResponse(responseCode = "422", description = "A rule stands against it: problems")
    OperationAnswer urge(
            @Parameter(description = "The case's number") @PathVariable String businessKey,
            @Valid @RequestBody OperationOrder body,
            @Parameter(hidden = true) Locale locale) {
        return answer(urging.urge(businessKey, currentActor.get(), body.wanted().reason()), locale);
    }

    private OperationAnswer answer(OperationResult result, Locale locale) {
        if (result instanceof OperationResult.Done performed) {
            return new OperationAnswer(
                    performed.task().businessKey(), performed.operation().code());
        }
        if (result instanceof OperationResult.Refused refused) {
            throw problems.refusal(refused.problems(), Optional.empty(), locale);
        }
        throw ApiProblem.notFound();
    }

    private static OperationOffer offer(TaskOperations.Offer offer) {
        return new OperationOffer(
                offer.operation().code(),
                offer.operation().needsReason(),
                offer.people().stream()
                        .map(choice -> new OperationPerson(choice.value(), choice.name()))
                        .toList(),
                offer.steps());
    }

    private static OperationDone done(CaseOperation operation) {
        return new OperationDone(
                operation.operation().code(),
                operation.taskKey(),
                operation.reason(),
                operation.byName(),
                operation.byOrganisation(),
                operation.toName(),
                operation.at());
    }
}
