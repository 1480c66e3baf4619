package org.chuyi.notification.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.message.PersonalMessage;
import org.chuyi.notification.message.PersonalMessages;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 消息: the same as behind the portal's bell, one by one. */
@RestController
@RequestMapping(MessagesApi.PATH)
@Tag(name = "Account 账号")
class MessagesApi {

    static final String PATH = "/api/v1/me/messages";

    private static final int PAGE = 30;

    private final PersonalMessages messages;
    private final CurrentActor currentActor;

    MessagesApi(PersonalMessages messages, CurrentActor currentActor) {
        this.messages = messages;
        this.currentActor = currentActor;
    }

    /** @param link path in the portal */
    record MessageView(
            long id, NoticeKind kind, String title, String text, String link, Instant toldAt, boolean unread) {}

    /** @param next cursor of the next page; absent on the last */
    record MessageListing(List<MessageView> items, Optional<String> next) {}

    /** @param upTo id of the newest message that was seen */
    record SeenMessages(@NotNull Long upTo) {}

    @GetMapping
    @Operation(
            summary = "消息",
            description = "What the caller has been told, 30 messages a page, newest first, in her language.")
    @ApiResponse(responseCode = "200", description = "A page of the list")
    @ApiResponse(responseCode = "400", description = "A parameter is of no use")
    MessageListing messages(
            @Parameter(description = "Only those not read yet") @RequestParam(defaultValue = "false") boolean unread,
            @Parameter(description = "Value of next in the page before; opaque") @RequestParam Optional<String> cursor,
            @Parameter(hidden = true) Locale locale) {
        var page = messages.each(currentActor.get().account(), unread, cursor.map(MessagesApi::before), PAGE, locale);
        return new MessageListing(
                page.messages().stream().map(MessagesApi::view).toList(),
                page.next().map(String::valueOf));
    }

    @PutMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "消息标为已读", description = "Marks one message of the caller's as read; again changes nothing.")
    @ApiResponse(responseCode = "204", description = "Read")
    @ApiResponse(responseCode = "404", description = "No such message of the caller's")
    void read(@Parameter(description = "As in the list") @PathVariable long id) {
        messages.open(currentActor.get().account(), id).orElseThrow(ApiProblem::notFound);
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "全部标为已读",
            description = "Marks every message of the caller's up to one as read; what came in later stays unread.")
    @ApiResponse(responseCode = "204", description = "Read")
    @ApiResponse(responseCode = "400", description = "A malformed body")
    void readUpTo(@Valid @RequestBody SeenMessages body) {
        messages.markAllRead(currentActor.get().account(), body.upTo());
    }

    private static long before(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw ApiProblem.of(ApiProblemKind.INVALID_PARAMETER, "cursor");
        }
    }

    private static MessageView view(PersonalMessage message) {
        return new MessageView(
                message.id(),
                message.kind(),
                message.title(),
                message.text(),
                message.link(),
                message.createdAt(),
                message.unread());
    }
}
