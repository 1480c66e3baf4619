package org.chuyi.workflow.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.figure.Figures;
import org.chuyi.workflow.figure.WorkFigures;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** 办件统计. */
@RestController
@Tag(name = "Inbox 待办")
class FiguresApi {

    static final String PATH = InboxApi.PATH + "/figures";

    private final Figures figures;
    private final MessageSource messages;
    private final CurrentActor currentActor;

    FiguresApi(Figures figures, MessageSource messages, CurrentActor currentActor) {
        this.figures = figures;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    /** @param scope whether the organisation's figures are of all its posts, or of those that the caller holds */
    record FiguresView(
            WorkFiguresView mine,
            WorkFiguresView organisation,

            @Schema(allowableValues = {"ALL_POSTS", "OWN_POSTS"})
            String scope) {}

    /** @param done in the last 30 days */
    record WorkFiguresView(long open, long dueThisWeek, long overdue, long done, List<StageFigures> stages) {}

    /** @param done in the last 90 days; so is the median, from the day after it came */
    record StageFigures(String step, String stepName, long open, long done, int medianWorkdays) {}

    @GetMapping(PATH)
    @Operation(
            summary = "办件统计",
            description = "How much work is open, due this week and overdue, how much was done, and how long it took.")
    @ApiResponse(responseCode = "200", description = "The caller's own figures and her organisation's")
    FiguresView figures(@Parameter(hidden = true) Locale locale) {
        Actor actor = currentActor.get();
        return new FiguresView(
                view(figures.mine(actor), locale),
                view(figures.ofOrganisation(actor), locale),
                figures.leads(actor) ? "ALL_POSTS" : "OWN_POSTS");
    }

    private WorkFiguresView view(WorkFigures its, Locale locale) {
        return new WorkFiguresView(
                its.open(),
                its.dueThisWeek(),
                its.overdue(),
                its.done(),
                its.stages().stream()
                        .map(stage -> new StageFigures(
                                stage.taskKey(),
                                messages.getMessage("workflow.task." + stage.taskKey(), null, locale),
                                stage.open(),
                                stage.done(),
                                stage.medianWorkdays()))
                        .toList());
    }
}
