package org.chuyi.workflow.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.work.BackgroundWorks;
import org.chuyi.workflow.work.WorkFile;
import org.chuyi.workflow.work.WorkView;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Background work 后台作业")
class WorkApi {

    static final String PATH = "/api/v1/work/{id}";

    private final BackgroundWorks works;
    private final MessageSource messages;
    private final CurrentActor currentActor;

    WorkApi(BackgroundWorks works, MessageSource messages, CurrentActor currentActor) {
        this.works = works;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    /** @param until when the content is deleted */
    record ResultView(String name, String mediaType, long size, String sha256, Instant until) {}

    /**
     * @param state STUCK: its attempts are used up, and it goes on when the administrator has removed the cause
     * @param total 0 until the first slice has counted
     * @param problem why it failed
     * @param file what came out; it can be fetched until the time that it names, in the portal
     */
    record WorkState(
            long id,
            String kind,
            String title,

            @Schema(allowableValues = {"WAITING", "RUNNING", "STUCK", "FINISHED", "FAILED"})
            String state,

            int done,
            int total,
            Instant requestedAt,
            Optional<Instant> finishedAt,
            Optional<String> problem,
            Optional<ResultView> file) {}

    @GetMapping(PATH)
    @Operation(
            summary = "后台作业的进度",
            description = "How far a piece of background work of the caller's is, e.g. an export.")
    @ApiResponse(responseCode = "200", description = "The work")
    @ApiResponse(responseCode = "404", description = "No such work for this caller")
    WorkState work(
            @Parameter(description = "As in the address of its page") @PathVariable long id,
            @Parameter(hidden = true) Locale locale) {
        return state(works.find(id, currentActor.get()).orElseThrow(ApiProblem::notFound), locale);
    }

    private WorkState state(WorkView view, Locale locale) {
        var work = view.work();
        return new WorkState(
                work.id(),
                work.kind(),
                messages.getMessage(view.titleKey(), null, locale),
                view.state(),
                view.done(),
                view.total(),
                work.requestedAt(),
                work.finishedAt(),
                Optional.of(work.message())
                        .filter(key -> !key.isEmpty())
                        .map(key -> messages.getMessage(key, null, locale)),
                view.file().filter(file -> view.fileKept()).map(WorkApi::result));
    }

    private static ResultView result(WorkFile file) {
        return new ResultView(file.name(), file.mediaType(), file.size(), file.sha256(), file.keptUntil());
    }
}
