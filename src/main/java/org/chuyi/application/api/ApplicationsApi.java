package org.chuyi.application.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.chuyi.application.ApplicationFilter;
import org.chuyi.application.ApplicationPage;
import org.chuyi.application.ApplicationSearch;
import org.chuyi.application.ApplicationStatus;
import org.chuyi.application.Applications;
import org.chuyi.application.api.ApplicationViews.ApplicationSummary;
import org.chuyi.application.api.ApplicationViews.ApplicationView;
import org.chuyi.application.api.ApplicationViews.VersionView;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.programme.ProgrammeCode;
import org.chuyi.programme.RoundCode;
import org.chuyi.workflow.ProblemTexts;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApplicationsApi.PATH)
@Tag(name = "Applications 申报")
class ApplicationsApi {

    static final String PATH = "/api/v1/applications";

    private final Applications applications;
    private final ApplicationSearch search;
    private final ApplicationViews views;
    private final OpenedApplications opened;
    private final ProblemTexts problems;
    private final CurrentActor currentActor;

    ApplicationsApi(
            Applications applications,
            ApplicationSearch search,
            ApplicationViews views,
            OpenedApplications opened,
            ProblemTexts problems,
            CurrentActor currentActor) {
        this.applications = applications;
        this.search = search;
        this.views = views;
        this.opened = opened;
        this.problems = problems;
        this.currentActor = currentActor;
    }

    /** @param programme code, one of the round's */
    record NewApplication(@NotBlank String round, @NotBlank String programme) {}

    /** @param reason is kept in the record */
    record Withdrawal(@NotBlank @Size(max = 500) String reason) {}

    /** @param next cursor of the next page; absent on the last */
    record ApplicationListing(List<ApplicationSummary> items, Optional<String> next) {}

    @PostMapping
    @Operation(
            summary = "新建申报",
            description = "Begins an application of the caller's school; its form is then to be filled in as a draft.")
    @ApiResponse(responseCode = "201", description = "Begun; its address is in header Location")
    @ApiResponse(responseCode = "400", description = "A malformed body")
    @ApiResponse(
            responseCode = "422",
            description = "No such round or programme, window closed, not eligible, or applied already: problems")
    ResponseEntity<ApplicationView> create(
            @Valid @RequestBody NewApplication wanted, @Parameter(hidden = true) Locale locale) {
        var start = applications.start(currentActor.get(), roundOf(wanted, locale), programmeOf(wanted, locale));
        if (start instanceof Applications.Start.Started started) {
            return ResponseEntity.created(URI.create(PATH + "/" + started.number()))
                    .body(views.of(opened.get(started.number().value()), locale));
        }
        throw ApiProblem.of(ApiProblemKind.CANNOT_APPLY)
                .with(
                        "problems",
                        problems.of(((Applications.Start.NotStarted) start).problems(), Optional.empty(), locale));
    }

    @GetMapping
    @Operation(summary = "申报列表", description = "What the caller may read, 50 a page, the one that moved last first.")
    @ApiResponse(responseCode = "200", description = "A page of the list")
    @ApiResponse(responseCode = "400", description = "A parameter is of no use")
    ApplicationListing applications(
            @Parameter(schema = @Schema(implementation = ApplicationStatus.class)) @RequestParam
                    Optional<String> status,
            @Parameter(description = "Programme code") @RequestParam Optional<String> programme,
            @Parameter(description = "Round code") @RequestParam Optional<String> round,
            @Parameter(description = "Region code of the school's city") @RequestParam Optional<String> city,
            @Parameter(description = "Part of the number, the school's or the programme's name") @RequestParam
                    Optional<String> q,
            @Parameter(description = "Value of next in the page before; opaque") @RequestParam Optional<String> cursor,
            @Parameter(hidden = true) Locale locale) {
        var filter = new ApplicationFilter(
                status.map(ApplicationsApi::status),
                programme.map(ApplicationsApi::programme),
                round.map(ApplicationsApi::round),
                city,
                q.orElse("").replace("\0", ""));
        var place = cursor.map(ApplicationsApi::after).orElse(ApplicationPage.Place.FIRST);
        var page = search.page(filter, place, currentActor.get());
        return new ApplicationListing(
                page.rows().stream().map(row -> views.summary(row, locale)).toList(), page.next());
    }

    @GetMapping("/{number}")
    @Operation(
            summary = "申报详情",
            description =
                    "Where it stands, what is next, whose it is and until when; versions; for the school also what was found wrong and what has to be corrected.")
    @ApiResponse(responseCode = "200", description = "The application")
    @ApiResponse(responseCode = "404", description = "No such application for this caller")
    ApplicationView application(
            @Parameter(description = "e.g. CY2026-02-0001") @PathVariable String number,
            @Parameter(hidden = true) Locale locale) {
        return views.of(opened.get(number), locale);
    }

    @GetMapping("/{number}/versions/{version}")
    @Operation(
            summary = "已提交的版本",
            description = "A version as it left the school, with the hash over it. Identity numbers are masked.")
    @ApiResponse(responseCode = "200", description = "The version")
    @ApiResponse(responseCode = "404", description = "No such application, or version, for this caller")
    VersionView version(
            @Parameter(description = "e.g. CY2026-02-0001") @PathVariable String number,
            @Parameter(description = "From 1") @PathVariable int version) {
        return views.version(opened.get(number), version);
    }

    @PostMapping("/{number}/withdrawal")
    @Operation(summary = "撤回申报", description = "Ends an application that nobody has decided; for the school alone.")
    @ApiResponse(responseCode = "200", description = "Withdrawn")
    @ApiResponse(responseCode = "400", description = "No reason")
    @ApiResponse(responseCode = "404", description = "No such application of this school")
    @ApiResponse(responseCode = "409", description = "It has been decided, or was withdrawn before")
    ApplicationView withdraw(
            @Parameter(description = "e.g. CY2026-02-0001") @PathVariable String number,
            @Valid @RequestBody Withdrawal withdrawal,
            @Parameter(hidden = true) Locale locale) {
        var own = opened.own(number);
        if (!applications.withdraw(
                own.application().number(),
                currentActor.get(),
                withdrawal.reason().strip())) {
            throw ApiProblem.of(ApiProblemKind.ALREADY_DECIDED);
        }
        return views.of(opened.get(number), locale);
    }

    private RoundCode roundOf(NewApplication wanted, Locale locale) {
        if (!RoundCode.isCode(wanted.round())) {
            throw unknown("round", locale);
        }
        return new RoundCode(wanted.round());
    }

    private ProgrammeCode programmeOf(NewApplication wanted, Locale locale) {
        try {
            return new ProgrammeCode(wanted.programme());
        } catch (IllegalArgumentException none) {
            throw unknown("programme", locale);
        }
    }

    private ApiProblem unknown(String path, Locale locale) {
        var problem = FieldProblem.of(path, "", "application.problem.noSuchRound");
        return ApiProblem.of(ApiProblemKind.CANNOT_APPLY)
                .with("problems", problems.of(List.of(problem), Optional.empty(), locale));
    }

    private static ApplicationStatus status(String code) {
        return Stream.of(ApplicationStatus.values())
                .filter(each -> each.name().equals(code))
                .findFirst()
                .orElseThrow(() -> ApiProblem.of(ApiProblemKind.INVALID_PARAMETER, "status"));
    }

    private static ApplicationPage.Place after(String cursor) {
        return ApplicationPage.Place.after(cursor)
                .orElseThrow(() -> ApiProblem.of(ApiProblemKind.INVALID_PARAMETER, "cursor"));
    }

    private static ProgrammeCode programme(String code) {
        try {
            return new ProgrammeCode(code);
        } catch (IllegalArgumentException none) {
            throw ApiProblem.of(ApiProblemKind.INVALID_PARAMETER, "programme");
        }
    }

    private static RoundCode round(String code) {
        if (!RoundCode.isCode(code)) {
            throw ApiProblem.of(ApiProblemKind.INVALID_PARAMETER, "round");
        }
        return new RoundCode(code);
    }
}
