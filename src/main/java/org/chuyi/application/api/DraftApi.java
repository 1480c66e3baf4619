package org.chuyi.application.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationContents;
import org.chuyi.application.ApplicationContents.DraftView;
import org.chuyi.application.ApplicationContents.Saved;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.ApplicationSubmission;
import org.chuyi.application.ApplicationSubmission.Submission;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.RequestKey;
import org.chuyi.workflow.FormTrees;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.ProblemTexts.ProblemText;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.form.SectionCompleteness;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(DraftApi.PATH)
@Tag(name = "Applications 申报")
class DraftApi {

    static final String PATH = ApplicationsApi.PATH + "/{number}";

    private final OpenedApplications opened;
    private final ApplicationContents contents;
    private final ApplicationSubmission submission;
    private final ApplicationViews views;
    private final ProblemTexts problems;
    private final CurrentActor currentActor;
    private final FormTrees trees;

    DraftApi(
            OpenedApplications opened,
            ApplicationContents contents,
            ApplicationSubmission submission,
            ApplicationViews views,
            ProblemTexts problems,
            CurrentActor currentActor,
            FormTrees trees) {
        this.opened = opened;
        this.contents = contents;
        this.submission = submission;
        this.views = views;
        this.problems = problems;
        this.currentActor = currentActor;
        this.trees = trees;
    }

    /** @param form as form-js takes it, labels in the caller's language */
    record ApplicationForm(@Schema(type = "object") JsonNode form) {}

    /**
     * @param revision to be named when saving
     * @param answers by the keys of the form's fields; identity numbers are masked, and a masked one means the stored one
     * @param problems what the last validation found
     */
    record Draft(
            int revision,
            Instant savedAt,
            Optional<String> savedBy,
            Map<String, Object> answers,
            List<DraftSection> sections,
            List<ProblemText> problems) {}

    /** How far a section of the form is filled in. */
    record DraftSection(String id, String label, int required, int filled, int problems) {}

    /**
     * @param revision of the draft that these answers were written over
     * @param answers all of the draft, not only what has changed
     */
    record DraftContent(@NotNull Integer revision, @NotNull Map<String, Object> answers) {}

    /** @param refused what was not kept, and why */
    record DraftSaved(int revision, Instant savedAt, List<DraftSection> sections, List<ProblemText> refused) {}

    /**
     * Without answers, the stored draft is handed in; without revision, whichever it is.
     *
     * @param revision of the draft that was handed in, or that the answers were written over
     */
    record HandingIn(
            @Schema(nullable = true) Integer revision,
            @Schema(nullable = true) Map<String, Object> answers) {}

    record HandedIn(String number, ApplicationStatus status, String publicStatus) {}

    @GetMapping("/form")
    @Operation(
            summary = "申报表结构",
            description = "The form of this application (form-js schema), as it was when the application was begun.")
    @ApiResponse(responseCode = "200", description = "The form")
    @ApiResponse(responseCode = "404", description = "No such application for this caller")
    ApplicationForm applicationForm(
            @Parameter(description = "e.g. CY2026-02-0001") @PathVariable String number,
            @Parameter(hidden = true) Locale locale) {
        return new ApplicationForm(trees.of(contents.form(opened.get(number).application()), locale));
    }

    @GetMapping("/draft")
    @Operation(
            summary = "读取草稿",
            description = "What the school has written so far, how complete each section is, and what was found wrong.")
    @ApiResponse(responseCode = "200", description = "The draft")
    @ApiResponse(responseCode = "404", description = "No such application of this school")
    ResponseEntity<Draft> draft(
            @Parameter(description = "e.g. CY2026-02-0001") @PathVariable String number,
            @Parameter(hidden = true) Locale locale) {
        var own = opened.own(number);
        DraftView draft = contents.draft(own.number(), currentActor.get()).orElseThrow(ApiProblem::notFound);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Draft(
                        draft.revision(),
                        draft.savedAt(),
                        Optional.ofNullable(draft.savedBy()),
                        draft.answers(),
                        sections(draft.sections(), locale),
                        texts(own, draft.problems(), locale)));
    }

    @PutMapping("/draft")
    @Operation(summary = "保存草稿", description = """
                    Keeps the answers so far; nothing has to be complete yet. What cannot be kept (unknown fields, wrong \
                    types, too long) is listed in refused, and the rest is saved.""")
    @ApiResponse(responseCode = "200", description = "Saved")
    @ApiResponse(responseCode = "400", description = "A malformed body")
    @ApiResponse(responseCode = "404", description = "No such application of this school")
    @ApiResponse(
            responseCode = "409",
            description = "Somebody saved since (revision, savedAt, savedBy), or not editable")
    @ApiResponse(responseCode = "422", description = "Nothing of it could be kept: problems")
    DraftSaved saveDraft(
            @Parameter(description = "e.g. CY2026-02-0001") @PathVariable String number,
            @Valid @RequestBody DraftContent draft,
            @Parameter(hidden = true) Locale locale) {
        var own = opened.own(number);
        var saved = contents.save(own.number(), currentActor.get(), draft.revision(), draft.answers());
        if (saved instanceof Saved.Overtaken overtaken) {
            throw overtaken(overtaken.revision(), overtaken.savedAt(), overtaken.savedBy());
        }
        if (saved instanceof Saved.NotEditable) {
            throw ApiProblem.of(ApiProblemKind.NOT_EDITABLE);
        }
        var kept = (Saved.Kept) saved;
        if (kept.refused().stream().anyMatch(refused -> refused.path().isEmpty())) {
            throw refused(own, kept.refused(), locale);
        }
        return new DraftSaved(
                kept.revision(), kept.savedAt(), sections(kept.sections(), locale), texts(own, kept.refused(), locale));
    }

    @PostMapping("/submission")
    @Operation(summary = "提交申报", description = """
                    Hands the application in: every field is checked, then window, eligibility and materials. What was \
                    sent is kept as the draft even when it is refused; the problem names its revision. Repeated with the same Idempotency-Key, it gets \
                    the first answer and is not done twice.""")
    @ApiResponse(responseCode = "200", description = "Handed in, now or by an earlier request with this key")
    @ApiResponse(responseCode = "400", description = "No Idempotency-Key, or a malformed body")
    @ApiResponse(responseCode = "404", description = "No such application of this school")
    @ApiResponse(responseCode = "409", description = "Handed in already, or somebody saved other content since")
    @ApiResponse(responseCode = "410", description = "Withdrawn or expired")
    @ApiResponse(responseCode = "422", description = "Not accepted: problems")
    HandedIn submit(
            @Parameter(description = "e.g. CY2026-02-0001") @PathVariable String number,
            @Parameter(required = true, description = "Your own key for this operation, 1 to 200 characters")
                    @RequestHeader(name = RequestKey.HEADER, required = false)
                    String key,
            @Valid @RequestBody HandingIn handed,
            @Parameter(hidden = true) Locale locale) {
        var requestKey = RequestKey.required(key);
        var own = opened.own(number);
        var draft = contents.draft(own.number(), currentActor.get()).orElseThrow(ApiProblem::notFound);
        requireLatest(own, handed, draft);
        var became = submission.submit(
                own.number(),
                currentActor.get(),
                handed.revision() == null ? draft.revision() : handed.revision(),
                handed.answers() == null ? draft.answers() : handed.answers(),
                Optional.empty(),
                Optional.of(requestKey.value()));
        if (became instanceof Submission.Submitted submitted) {
            return new HandedIn(number, submitted.status(), views.statusText(submitted.status(), locale));
        }
        throw problem(own, became, locale);
    }

    /** Who hands in the stored draft must have seen it; a repetition after success has the old revision by right. */
    private static void requireLatest(OpenedApplications.Opened own, HandingIn handed, DraftView draft) {
        if (handed.answers() == null
                && handed.revision() != null
                && handed.revision() != draft.revision()
                && own.application().status().isEditable()) {
            throw overtaken(draft.revision(), draft.savedAt(), draft.savedBy());
        }
    }

    private ApiProblem problem(OpenedApplications.Opened own, Submission became, Locale locale) {
        if (became instanceof Submission.BackOnForm back) {
            return refused(own, back.problems(), locale);
        }
        if (became instanceof Submission.Refused refused) {
            return refused(own, refused.problems(), locale);
        }
        if (became instanceof Submission.Overtaken overtaken) {
            return overtaken(overtaken.revision(), overtaken.savedAt(), overtaken.savedBy());
        }
        if (became instanceof Submission.AlreadyDone done) {
            return ApiProblem.alreadyDone(done.byName(), done.at());
        }
        return became instanceof Submission.Over ? ApiProblem.of(ApiProblemKind.TASK_CANCELLED) : ApiProblem.notFound();
    }

    private ApiProblem refused(OpenedApplications.Opened own, List<FieldProblem> found, Locale locale) {
        var kept = contents.draft(own.number(), currentActor.get()).orElseThrow(ApiProblem::notFound);
        return problems.refusal(found, Optional.of(contents.form(own.application())), locale)
                .with("revision", kept.revision());
    }

    private static ApiProblem overtaken(int revision, Instant savedAt, String savedBy) {
        return ApiProblem.of(ApiProblemKind.DRAFT_OVERTAKEN, String.valueOf(savedBy), savedAt)
                .with("revision", revision)
                .with("savedAt", savedAt)
                .with("savedBy", savedBy);
    }

    private List<ProblemText> texts(OpenedApplications.Opened own, List<FieldProblem> found, Locale locale) {
        return problems.of(found, Optional.of(contents.form(own.application())), locale);
    }

    private static List<DraftSection> sections(List<SectionCompleteness> sections, Locale locale) {
        return sections.stream()
                .map(section -> new DraftSection(
                        section.section(),
                        section.label().in(locale),
                        section.required(),
                        section.filled(),
                        section.problems()))
                .toList();
    }
}
