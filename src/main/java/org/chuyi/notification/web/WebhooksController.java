package org.chuyi.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chuyi.notification.NoticeKind;
import org.chuyi.notification.preference.QuietHours;
import org.chuyi.notification.webhook.RobotKind;
import org.chuyi.notification.webhook.Webhook;
import org.chuyi.notification.webhook.WebhookResult;
import org.chuyi.notification.webhook.WebhookWanted;
import org.chuyi.notification.webhook.Webhooks;
import org.chuyi.notification.webhook.Webhooks.Answer;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationSearch;
import org.chuyi.organisation.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 单位群机器人: to which an organisation's notices go. */
@Controller
@RequestMapping("/administration/notices/webhooks")
class WebhooksController {

    private static final int SUGGESTIONS = 20;

    private final Webhooks webhooks;
    private final Organisations organisations;
    private final MessageSource messages;

    WebhooksController(Webhooks webhooks, Organisations organisations, MessageSource messages) {
        this.webhooks = webhooks;
        this.organisations = organisations;
        this.messages = messages;
    }

    /** The fields of both forms. */
    record Written(
            String organisation,
            RobotKind robot,
            String name,
            String address,
            String secret,
            String language,
            Set<NoticeKind> kinds,
            boolean quiet,
            String quietFrom,
            String quietUntil) {

        static Written fresh() {
            return new Written(
                    "",
                    RobotKind.WECOM,
                    "",
                    "",
                    "",
                    "zh-CN",
                    EnumSet.of(NoticeKind.TASK, NoticeKind.DUE, NoticeKind.OVERDUE),
                    true,
                    QuietHours.USUAL.from().toString(),
                    QuietHours.USUAL.until().toString());
        }

        static Written of(Webhook robot) {
            boolean quiet = !robot.quiet().isNever();
            QuietHours hours = quiet ? robot.quiet() : QuietHours.USUAL;
            return new Written(
                    robot.organisationName(),
                    robot.kind(),
                    robot.name(),
                    "",
                    "",
                    robot.language(),
                    robot.kinds(),
                    quiet,
                    hours.from().toString(),
                    hours.until().toString());
        }

        /** Empty where the hours are no times. */
        Optional<WebhookWanted> wanted() {
            var hours = quiet ? QuietHours.parse(quietFrom, quietUntil) : Optional.of(QuietHours.NONE);
            return hours.map(each -> new WebhookWanted(
                    name == null ? "" : name.strip(),
                    address == null ? "" : address.strip(),
                    secret == null ? "" : secret.strip(),
                    language == null ? "" : language,
                    kinds == null ? Set.of() : kinds,
                    each));
        }
    }

    @GetMapping
    String list(Model model) {
        return list(Written.fresh(), model);
    }

    /** A secret of ours is in this answer and nowhere else: no redirect, which would have to keep it. */
    @PostMapping
    String create(Written written, Model model, HttpServletResponse response, RedirectAttributes flash) {
        Answer answer = written.wanted()
                .map(wanted -> webhooks.create(
                        Optional.ofNullable(written.organisation()).orElse(""),
                        Optional.ofNullable(written.robot()).orElse(RobotKind.PLAIN),
                        wanted))
                .orElse(new Answer.Refused("notification.preference.problem.hours"));
        if (answer instanceof Answer.Made made) {
            return made.secret().isPresent()
                    ? secret(made, model)
                    : back(made.id(), "notification.webhook.saved", flash);
        }
        refused(answer, model, response);
        return list(written, model);
    }

    @GetMapping("/{id}")
    String page(@PathVariable long id, Model model) {
        return page(id, Written.of(existing(id)), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            Written written,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        existing(id);
        Answer answer = written.wanted()
                .map(wanted -> webhooks.change(id, wanted))
                .orElse(new Answer.Refused("notification.preference.problem.hours"));
        if (answer instanceof Answer.Refused) {
            refused(answer, model, response);
            return page(id, written, model);
        }
        return back(id, "notification.webhook.saved", flash);
    }

    @PostMapping("/{id}/secret")
    String renewSecret(@PathVariable long id, Model model) {
        existing(id);
        return webhooks.renewSecret(id) instanceof Answer.Made made ? secret(made, model) : "redirect:" + place(id);
    }

    @PostMapping("/{id}/switch")
    String switchTo(@PathVariable long id, @RequestParam boolean on, RedirectAttributes flash) {
        existing(id);
        webhooks.switchTo(id, on);
        return back(id, on ? "notification.webhook.switched-on" : "notification.webhook.switched-off", flash);
    }

    @PostMapping("/{id}/test")
    String test(@PathVariable long id, RedirectAttributes flash) {
        existing(id);
        Optional<WebhookResult> result = webhooks.test(id);
        if (result.filter(WebhookResult::taken).isPresent()) {
            return back(id, "notification.webhook.test.taken", flash);
        }
        flash.addFlashAttribute(
                "flashProblem",
                result.map(each -> text("notification.webhook.outcome." + each.outcome(), statusOf(each)))
                        .orElseGet(() -> text("notification.webhook.test.off")));
        return "redirect:" + place(id);
    }

    /** Names that contain what was typed, as options of the field. */
    @GetMapping("/organisations")
    String suggestions(@RequestParam(defaultValue = "") String organisation, Model model) {
        var search = OrganisationSearch.any().named(organisation).size(SUGGESTIONS);
        model.addAttribute(
                "names",
                organisations.search(search).rows().stream()
                        .map(Organisation::name)
                        .toList());
        return "organisation/account-administration :: suggestions";
    }

    private String list(Written written, Model model) {
        Locale locale = LocaleContextHolder.getLocale();
        model.addAttribute("webhooks", webhooks.all());
        model.addAttribute("tabs", NoticeTabs.of(NoticeTabs.WEBHOOKS, messages, locale));
        form(written, model);
        return "notification/webhooks";
    }

    private String page(long id, Written written, Model model) {
        model.addAttribute("webhook", existing(id));
        model.addAttribute(
                "results",
                webhooks.resultsOf(id).stream()
                        .map(result -> new ResultLine(
                                result, text("notification.webhook.outcome." + result.outcome(), statusOf(result))))
                        .toList());
        form(written, model);
        return "notification/webhook";
    }

    record ResultLine(WebhookResult result, String text) {}

    private static void form(Written written, Model model) {
        model.addAttribute("written", written);
        model.addAttribute("robots", RobotKind.values());
        model.addAttribute("kinds", NoticeKind.forRobots());
        model.addAttribute("times", PreferencesController.times());
    }

    private String secret(Answer.Made made, Model model) {
        model.addAttribute("secret", made.secret().orElseThrow());
        return page(made.id(), Written.of(existing(made.id())), model);
    }

    private void refused(Answer answer, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problem", text(((Answer.Refused) answer).problem()));
    }

    private static String statusOf(WebhookResult result) {
        return result.status().map(Object::toString).orElse("");
    }

    private String back(long id, String done, RedirectAttributes flash) {
        flash.addFlashAttribute("flash", text(done));
        return "redirect:" + place(id);
    }

    private static String place(long id) {
        return NoticeTabs.WEBHOOKS + "/" + id;
    }

    private Webhook existing(long id) {
        return webhooks.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
