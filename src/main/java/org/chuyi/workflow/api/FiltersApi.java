package org.chuyi.workflow.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.desk.InboxFilter;
import org.chuyi.workflow.desk.SavedFilter;
import org.chuyi.workflow.desk.SavedFilters;
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

/** 常用筛选: the same as above the inbox's list. */
@RestController
@RequestMapping(FiltersApi.PATH)
@Tag(name = "Inbox 待办")
class FiltersApi {

    static final String PATH = InboxApi.PATH + "/filters";

    private final SavedFilters filters;
    private final CurrentActor currentActor;

    FiltersApi(SavedFilters filters, CurrentActor currentActor) {
        this.filters = filters;
        this.currentActor = currentActor;
    }

    /** The parameters of GET /api/v1/inbox that it stands for, by their names there. */
    record FilterParameters(
            @NotNull String tab,
            Optional<String> programme,
            Optional<String> round,
            Optional<String> city,
            Optional<String> step,
            Optional<String> state,
            Optional<String> due,
            Optional<String> q) {}

    /** @param address of the same list in the portal */
    record FilterView(
            long id,
            String name,
            boolean shared,
            String madeBy,
            boolean mine,
            boolean opensWith,
            FilterParameters parameters,
            String address) {}

    record FilterListing(List<FilterView> items) {}

    record FilterToSave(
            @NotNull String name,
            @NotNull Boolean shared,
            @NotNull @Valid FilterParameters parameters) {}

    record FilterSharing(@NotNull Boolean shared) {}

    @GetMapping
    @Operation(
            summary = "常用筛选",
            description = "The caller's saved filters and those shared in the organisation that she acts for.")
    @ApiResponse(responseCode = "200", description = "Her own first")
    FilterListing filters() {
        return new FilterListing(
                filters.of(currentActor.get()).stream().map(FiltersApi::view).toList());
    }

    @PostMapping
    @Operation(
            summary = "保存筛选",
            description = "Keeps a filter under a name; what she had kept under the same name is replaced.")
    @ApiResponse(responseCode = "200", description = "Kept; the list as it is now")
    @ApiResponse(responseCode = "400", description = "A malformed body, or a parameter is of no use")
    @ApiResponse(responseCode = "422", description = "The name is empty or too long, or there are too many")
    FilterListing save(@Valid @RequestBody FilterToSave body) {
        filters.add(currentActor.get(), body.name(), addressOf(body.parameters()), body.shared())
                .ifPresent(problem -> {
                    throw ApiProblem.of(ApiProblemKind.INVALID_ANSWERS, SavedFilters.MOST_OWN)
                            .saying(problem);
                });
        return filters();
    }

    @PutMapping("/{id}/sharing")
    @Operation(
            summary = "共用筛选",
            description = "Shares a filter of the caller's with everybody who acts for the organisation, or no more.")
    @ApiResponse(responseCode = "200", description = "The list as it is now")
    @ApiResponse(responseCode = "404", description = "No such filter of the caller's")
    FilterListing share(
            @Parameter(description = "As in the list") @PathVariable long id, @Valid @RequestBody FilterSharing body) {
        if (!filters.share(currentActor.get(), id, body.shared())) {
            throw ApiProblem.notFound();
        }
        return filters();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "删除筛选", description = "Deletes a filter of the caller's.")
    @ApiResponse(responseCode = "204", description = "Deleted")
    @ApiResponse(responseCode = "404", description = "No such filter of the caller's")
    void delete(@Parameter(description = "As in the list") @PathVariable long id) {
        if (!filters.delete(currentActor.get(), id)) {
            throw ApiProblem.notFound();
        }
    }

    private static String addressOf(FilterParameters given) {
        var list = InboxApi.list(given.tab());
        given.state().ifPresent(code -> InboxApi.state(list, code));
        given.due().ifPresent(InboxApi::due);
        return new InboxFilter(
                        InboxFilter.codeOf(list),
                        given.programme().orElse(null),
                        given.round().orElse(null),
                        given.city().orElse(null),
                        given.step().orElse(null),
                        given.state().orElse(null),
                        given.due().orElse(null),
                        given.q().orElse(null),
                        null,
                        null)
                .address();
    }

    private static FilterView view(SavedFilter saved) {
        var filter = InboxFilter.of(saved.address());
        var query = filter.query();
        return new FilterView(
                saved.id(),
                saved.name(),
                saved.shared(),
                saved.byName(),
                saved.mayDelete(),
                saved.isDefault(),
                new FilterParameters(
                        InboxApi.code(filter.which()),
                        query.category(),
                        query.occasion(),
                        query.city(),
                        query.taskKey(),
                        query.state(),
                        query.due().map(due -> due.name().toLowerCase(Locale.ROOT)),
                        query.text()),
                saved.address());
    }
}
