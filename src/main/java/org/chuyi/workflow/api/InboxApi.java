package org.chuyi.workflow.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.workflow.InboxList;
import org.chuyi.workflow.InboxLists;
import org.chuyi.workflow.InboxPage;
import org.chuyi.workflow.InboxQuery;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Inbox 待办")
class InboxApi {

    static final String PATH = "/api/v1/inbox";

    private final InboxLists lists;
    private final InboxItems items;
    private final CurrentActor currentActor;

    InboxApi(InboxLists lists, InboxItems items, CurrentActor currentActor) {
        this.lists = lists;
        this.items = items;
        this.currentActor = currentActor;
    }

    /** @param next cursor of the next page; absent on the last */
    record InboxListing(String tab, List<InboxItem> items, Optional<String> next) {}

    @GetMapping(PATH)
    @Operation(
            summary = "待办、已办、本单位、我发起的、抄送",
            description =
                    "One of a person's five lists, 30 entries a page. What is to do comes by its deadline, everything else newest first.")
    @ApiResponse(responseCode = "200", description = "A page of the list")
    @ApiResponse(responseCode = "400", description = "A parameter is of no use")
    InboxListing inbox(
            @Parameter(schema = @Schema(allowableValues = {"to-do", "done", "organisation", "started", "copied"}))
                    @RequestParam(defaultValue = "to-do")
                    String tab,
            @Parameter(description = "Programme code") @RequestParam Optional<String> programme,
            @Parameter(description = "Round code") @RequestParam Optional<String> round,
            @Parameter(description = "Region code of the school's city") @RequestParam Optional<String> city,
            @Parameter(description = "The task's step, e.g. cityReview") @RequestParam Optional<String> step,
            @Parameter(
                            description = "Of what is to do: overdue, or due within three workdays",
                            schema = @Schema(allowableValues = {"overdue", "soon"}))
                    @RequestParam
                    Optional<String> due,
            @Parameter(
                            description =
                                    "To do: free, mine, colleague; done: an outcome's code; organisation: open, done (of the last 30 days); started: running, ended; copied: unread, read")
                    @RequestParam
                    Optional<String> state,
            @Parameter(description = "Part of the number or the school's name") @RequestParam Optional<String> q,
            @Parameter(description = "Value of next in the page before; opaque") @RequestParam Optional<String> cursor,
            @Parameter(hidden = true) Locale locale) {
        var list = list(tab);
        var query = new InboxQuery(
                given(programme),
                given(round),
                given(city),
                given(step),
                given(state).map(code -> state(list, code)),
                given(due).map(InboxApi::due),
                given(q),
                InboxQuery.Order.DUE_FIRST,
                given(cursor).map(InboxApi::cursor));
        Actor actor = currentActor.get();
        return switch (list) {
            case TO_DO -> listing(tab, lists.toDo(actor, query), tasks -> items.ofTasks(tasks, locale));
            case DONE -> listing(tab, lists.done(actor, query), tasks -> items.ofTasks(tasks, locale));
            case ORGANISATION ->
                listing(tab, lists.ofOrganisation(actor, query), tasks -> items.ofTasks(tasks, locale));
            case STARTED -> listing(tab, lists.started(actor, query), rows -> items.ofCases(rows, locale));
            case COPIED -> listing(tab, lists.copied(actor, query), rows -> items.ofCases(rows, locale));
        };
    }

    private static <R> InboxListing listing(String tab, InboxPage<R> page, Function<List<R>, List<InboxItem>> shown) {
        return new InboxListing(tab, shown.apply(page.rows()), page.next().map(InboxQuery.Cursor::toString));
    }

    /** PostgreSQL takes no NUL in a text. */
    private static Optional<String> given(Optional<String> parameter) {
        return parameter.map(text -> text.replace("\0", "").strip()).filter(text -> !text.isEmpty());
    }

    static InboxList list(String tab) {
        return Stream.of(InboxList.values())
                .filter(list -> code(list).equals(tab))
                .findFirst()
                .orElseThrow(() -> ApiProblem.of(ApiProblemKind.INVALID_PARAMETER, "tab"));
    }

    /** As the parameter {@code tab} has it. */
    static String code(InboxList list) {
        return list.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String state(InboxList list, String code) {
        if (!list.hasState(code)) {
            throw ApiProblem.of(ApiProblemKind.INVALID_PARAMETER, "state");
        }
        return code;
    }

    static InboxQuery.Due due(String code) {
        return Stream.of(InboxQuery.Due.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> ApiProblem.of(ApiProblemKind.INVALID_PARAMETER, "due"));
    }

    private static InboxQuery.Cursor cursor(String text) {
        return InboxQuery.Cursor.parse(text)
                .orElseThrow(() -> ApiProblem.of(ApiProblemKind.INVALID_PARAMETER, "cursor"));
    }
}
