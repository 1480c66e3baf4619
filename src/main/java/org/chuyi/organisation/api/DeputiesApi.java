package org.chuyi.organisation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Deputies;
import org.chuyi.organisation.Deputy;
import org.chuyi.shared.WorkCalendar;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(DeputiesApi.PATH)
@Tag(name = "Account 账号")
class DeputiesApi {

    static final String PATH = "/api/v1/me/deputies";

    private final Deputies deputies;
    private final CurrentActor currentActor;
    private final Clock clock;

    DeputiesApi(Deputies deputies, CurrentActor currentActor, Clock clock) {
        this.deputies = deputies;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** @param candidates colleagues of the organisation that the caller acts for */
    record DeputyListing(List<DeputyView> items, List<DeputyCandidate> candidates) {}

    record DeputyCandidate(long account, String name) {}

    /** @param mine whether the caller named her; otherwise the caller is the deputy */
    record DeputyView(
            long id,
            boolean mine,
            String principal,
            String deputy,
            String organisation,
            LocalDate firstDay,
            LocalDate lastDay,
            String reason,

            @Schema(allowableValues = {"TO_COME", "IN_FORCE", "OVER", "ENDED"})
            String state,

            Optional<Instant> endedAt) {}

    /** @param deputy account of one of the candidates */
    record DeputyNaming(
            @NotNull Long deputy,
            @NotNull LocalDate firstDay,
            @NotNull LocalDate lastDay,
            @NotNull String reason) {}

    @GetMapping
    @Operation(
            summary = "代理人",
            description = "Whom the caller has named to act for her, for whom she acts herself, and whom she may name.")
    @ApiResponse(responseCode = "200", description = "The latest first")
    DeputyListing deputies() {
        var actor = currentActor.get();
        return new DeputyListing(
                deputies.of(actor.account()).stream().map(this::view).toList(),
                deputies.candidates(actor).entrySet().stream()
                        .map(each -> new DeputyCandidate(Long.parseLong(each.getKey()), each.getValue()))
                        .toList());
    }

    @PostMapping
    @Operation(
            summary = "指定代理人",
            description =
                    "Names a colleague who may do from the first to the last day, both included, what the caller's posts allow. Only one at a time, so that a repeated call is refused.")
    @ApiResponse(responseCode = "200", description = "Named; the list as it is now")
    @ApiResponse(responseCode = "400", description = "A malformed body")
    @ApiResponse(responseCode = "422", description = "A rule stands against it")
    DeputyListing name(@Valid @RequestBody DeputyNaming body) {
        deputies.name(currentActor.get(), new AccountId(body.deputy()), body.firstDay(), body.lastDay(), body.reason())
                .ifPresent(problem -> {
                    throw ApiProblem.of(ApiProblemKind.INVALID_ANSWERS)
                            .saying(problem.message())
                            .with("code", problem.name());
                });
        return deputies();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "终止代理", description = "Ends what is in force or to come; the line stays.")
    @ApiResponse(responseCode = "204", description = "Ended")
    @ApiResponse(responseCode = "404", description = "Nothing of the caller's, or over already")
    void end(@Parameter(description = "As in the list") @PathVariable long id) {
        if (deputies.of(currentActor.get().account()).stream().noneMatch(each -> each.id() == id && isMine(each))
                || !deputies.revoke(currentActor.get(), id)) {
            throw ApiProblem.notFound();
        }
    }

    private boolean isMine(Deputy deputy) {
        return deputy.principal().equals(currentActor.get().account());
    }

    private DeputyView view(Deputy deputy) {
        return new DeputyView(
                deputy.id(),
                isMine(deputy),
                deputy.principalName(),
                deputy.deputyName(),
                deputy.organisationName(),
                deputy.firstDay(),
                deputy.lastDay(),
                deputy.reason(),
                stateOf(deputy, WorkCalendar.dayOf(clock.instant())),
                deputy.revokedAt());
    }

    private static String stateOf(Deputy deputy, LocalDate today) {
        if (deputy.revokedAt().isPresent()) {
            return "ENDED";
        }
        if (deputy.isOverOn(today)) {
            return "OVER";
        }
        return today.isBefore(deputy.firstDay()) ? "TO_COME" : "IN_FORCE";
    }
}
