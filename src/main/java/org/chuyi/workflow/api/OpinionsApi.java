package org.chuyi.workflow.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.opinion.OpinionTemplate;
import org.chuyi.workflow.opinion.OpinionTemplates;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 常用意见. */
@RestController
@RequestMapping(OpinionsApi.PATH)
@Tag(name = "Inbox 待办")
class OpinionsApi {

    static final String PATH = InboxApi.PATH + "/opinions";

    private final OpinionTemplates templates;
    private final CurrentActor currentActor;

    OpinionsApi(OpinionTemplates templates, CurrentActor currentActor) {
        this.templates = templates;
        this.currentActor = currentActor;
    }

    /** @param uses how often the caller has taken it */
    record OpinionView(long id, String text, boolean shared, String madeBy, boolean mayChange, int uses) {}

    record OpinionListing(List<OpinionView> items) {}

    /** @param shared with everybody who acts for the organisation */
    record OpinionContent(@NotNull String text, @NotNull Boolean shared) {}

    @GetMapping
    @Operation(
            summary = "常用意见",
            description = "The caller's opinion templates and those shared in the organisation that she acts for.")
    @ApiResponse(responseCode = "200", description = "The most used first")
    OpinionListing opinions() {
        return new OpinionListing(templates.of(currentActor.get()).stream()
                .map(each -> new OpinionView(
                        each.id(), each.text(), each.shared(), each.byName(), each.mayChange(), each.uses()))
                .toList());
    }

    @PostMapping
    @Operation(
            summary = "新增常用意见",
            description = "Keeps a template of at most 500 characters; the same text is kept once.")
    @ApiResponse(responseCode = "200", description = "Kept; the list as it is now")
    @ApiResponse(responseCode = "422", description = "Empty or too long, or there are too many")
    OpinionListing add(@Valid @RequestBody OpinionContent body) {
        refuse(templates.add(currentActor.get(), body.text(), body.shared()));
        return opinions();
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "修改常用意见",
            description = "Changes a template of the caller's own, or a shared one of the organisation that she leads.")
    @ApiResponse(responseCode = "200", description = "Changed; the list as it is now")
    @ApiResponse(responseCode = "404", description = "No such template that the caller may change")
    @ApiResponse(responseCode = "422", description = "Empty or too long")
    OpinionListing change(
            @Parameter(description = "As in the list") @PathVariable long id, @Valid @RequestBody OpinionContent body) {
        Actor actor = currentActor.get();
        if (templates.of(actor).stream().filter(OpinionTemplate::mayChange).noneMatch(each -> each.id() == id)) {
            throw ApiProblem.notFound();
        }
        refuse(templates.change(actor, id, body.text(), body.shared()));
        return opinions();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删除常用意见", description = "Deletes a template that the caller may change.")
    @ApiResponse(responseCode = "204", description = "Deleted")
    @ApiResponse(responseCode = "404", description = "No such template that the caller may change")
    void delete(@Parameter(description = "As in the list") @PathVariable long id) {
        if (!templates.delete(currentActor.get(), id)) {
            throw ApiProblem.notFound();
        }
    }

    private static void refuse(Optional<String> problem) {
        problem.ifPresent(key -> {
            throw ApiProblem.of(ApiProblemKind.INVALID_ANSWERS, OpinionTemplates.MOST_OWN)
                    .saying(key);
        });
    }
}
