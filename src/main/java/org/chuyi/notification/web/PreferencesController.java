package org.chuyi.notification.web;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chuyi.notification.NoticeChoice;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.outbox.MailServer;
import org.chuyi.notification.preference.NoticePreferences;
import org.chuyi.notification.preference.Preferences;
import org.chuyi.notification.preference.QuietHours;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 通知设置: how a person wants to be told. */
@Controller
class PreferencesController {

    private final NoticePreferences preferences;
    private final Accounts accounts;
    private final MailServer mailServer;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    PreferencesController(
            NoticePreferences preferences,
            Accounts accounts,
            MailServer mailServer,
            CurrentActor currentActor,
            MessageSource messages) {
        this.preferences = preferences;
        this.accounts = accounts;
        this.mailServer = mailServer;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    /** One kind that concerns her. */
    record Line(NoticeKind kind, NoticeChoice chosen, List<NoticeChoice> choices) {}

    @GetMapping("/account/notices")
    String page(Model model) {
        Actor actor = currentActor.get();
        Preferences hers = preferences.of(actor.account());
        model.addAttribute(
                "lines",
                NoticeKind.concerning(actor)
                        .map(kind -> new Line(kind, hers.of(kind), List.copyOf(kind.choices())))
                        .toList());
        model.addAttribute("quiet", !hers.quiet().isNever());
        model.addAttribute(
                "quietFrom",
                hers.quiet().isNever() ? QuietHours.USUAL.from() : hers.quiet().from());
        model.addAttribute(
                "quietUntil",
                hers.quiet().isNever() ? QuietHours.USUAL.until() : hers.quiet().until());
        model.addAttribute("times", times());
        model.addAttribute("digestHour", hers.digestHour());
        model.addAttribute("digestHours", Preferences.digestHours());
        model.addAttribute("mailServer", mailServer.isThere());
        model.addAttribute(
                "address", accounts.find(actor.account()).orElseThrow().email().orElse(null));
        return "notification/preferences";
    }

    @PostMapping("/account/notices")
    String save(
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "false") boolean quiet,
            @RequestParam(defaultValue = "") String quietFrom,
            @RequestParam(defaultValue = "") String quietUntil,
            @RequestParam(defaultValue = "" + Preferences.USUAL_DIGEST_HOUR) int digestHour,
            RedirectAttributes flash) {
        Actor actor = currentActor.get();
        var hours = quiet ? QuietHours.parse(quietFrom, quietUntil) : Optional.of(QuietHours.NONE);
        if (hours.isEmpty() || !Preferences.digestHours().contains(digestHour)) {
            flash.addFlashAttribute("flashProblem", text("notification.preference.problem.hours"));
            return "redirect:/account/notices";
        }
        var refused = preferences.change(actor, new Preferences(chosen(actor, fields), hours.get(), digestHour));
        flash.addFlashAttribute(
                refused.isPresent() ? "flashProblem" : "flash",
                refused.map(kind -> text("notification.preference.problem.kind", text("notification.kind." + kind)))
                        .orElseGet(() -> text("notification.preference.saved")));
        return "redirect:/account/notices";
    }

    /** Only of kinds that the page has shown: others stay as they are. */
    private static Map<NoticeKind, NoticeChoice> chosen(Actor actor, Map<String, String> fields) {
        Map<NoticeKind, NoticeChoice> chosen = new EnumMap<>(NoticeKind.class);
        NoticeKind.concerning(actor).filter(kind -> !kind.isFixed()).forEach(kind -> Stream.of(NoticeChoice.values())
                .filter(choice -> choice.name().equals(fields.get(kind.name())))
                .forEach(choice -> chosen.put(kind, choice)));
        return chosen;
    }

    /** Offered on this page and for robots. */
    static List<String> times() {
        return IntStream.range(0, 48)
                .mapToObj(half -> LocalTime.of(half / 2, half % 2 * 30).toString())
                .toList();
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
