package org.chuyi.notification.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.notification.NoticeChoice;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.preference.NoticePreferences;
import org.chuyi.notification.preference.Preferences;
import org.chuyi.notification.preference.QuietHours;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.organisation.CurrentActor;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 通知设置. */
@RestController
@RequestMapping(PreferencesApi.PATH)
@Tag(name = "Account 账号")
class PreferencesApi {

    static final String PATH = "/api/v1/me/notice-preferences";

    private final NoticePreferences preferences;
    private final MessageSource messages;
    private final CurrentActor currentActor;

    PreferencesApi(NoticePreferences preferences, MessageSource messages, CurrentActor currentActor) {
        this.preferences = preferences;
        this.messages = messages;
        this.currentActor = currentActor;
    }

    /** @param choices what may be chosen of the kind */
    record KindView(NoticeKind kind, String name, NoticeChoice choice, List<NoticeChoice> choices) {}

    /** In Shanghai's time; until is the first minute that is not quiet. */
    record QuietTimes(
            @NotNull @Schema(example = "22:00") String from,
            @NotNull @Schema(example = "08:00") String until) {}

    /** @param quietHours absent where she has none */
    record PreferencesView(List<KindView> kinds, Optional<QuietTimes> quietHours, int digestHour) {}

    /**
     * @param choices by kind; of a kind that is not named what was chosen stays
     * @param quietHours absent for none
     * @param digestHour of a workday, 7 to 20
     */
    record WantedPreferences(
            @NotNull Map<NoticeKind, @NotNull NoticeChoice> choices,
            Optional<@Valid QuietTimes> quietHours,
            @NotNull Integer digestHour) {}

    @GetMapping
    @Operation(
            summary = "通知设置",
            description =
                    "How the caller wants to be told of each kind that concerns her; the portal always tells her.")
    @ApiResponse(responseCode = "200", description = "As it is now")
    PreferencesView preferences(@Parameter(hidden = true) Locale locale) {
        Actor actor = currentActor.get();
        Preferences hers = preferences.of(actor.account());
        return new PreferencesView(
                NoticeKind.concerning(actor)
                        .map(kind -> new KindView(kind, name(kind, locale), hers.of(kind), List.copyOf(kind.choices())))
                        .toList(),
                Optional.of(hers.quiet())
                        .filter(quiet -> !quiet.isNever())
                        .map(quiet -> new QuietTimes(
                                quiet.from().toString(), quiet.until().toString())),
                hers.digestHour());
    }

    @PutMapping
    @Operation(
            summary = "修改通知设置",
            description = "Changes how the caller is told, all of it or nothing; the same again changes nothing.")
    @ApiResponse(responseCode = "200", description = "Changed; the settings as they are now")
    @ApiResponse(responseCode = "400", description = "A malformed body, or an unknown kind or choice")
    @ApiResponse(
            responseCode = "422",
            description = "A kind that is none of the caller's or does not allow the choice: kind; or a time is wrong")
    PreferencesView change(@Valid @RequestBody WantedPreferences body, @Parameter(hidden = true) Locale locale) {
        QuietHours quiet = body.quietHours()
                .map(times -> QuietHours.parse(times.from(), times.until()).orElseThrow(PreferencesApi::wrongTime))
                .orElse(QuietHours.NONE);
        if (!Preferences.digestHours().contains(body.digestHour())) {
            throw wrongTime();
        }
        preferences
                .change(currentActor.get(), new Preferences(body.choices(), quiet, body.digestHour()))
                .ifPresent(kind -> {
                    throw ApiProblem.of(ApiProblemKind.INVALID_ANSWERS, name(kind, locale))
                            .saying("notification.preference.problem.kind")
                            .with("kind", kind.name());
                });
        return preferences(locale);
    }

    private static ApiProblem wrongTime() {
        return ApiProblem.of(ApiProblemKind.INVALID_ANSWERS).saying("notification.preference.problem.hours");
    }

    private String name(NoticeKind kind, Locale locale) {
        return messages.getMessage("notification.kind." + kind, null, locale);
    }
}
