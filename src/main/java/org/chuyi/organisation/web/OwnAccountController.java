package org.chuyi.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.AccountProblem;
import org.chuyi.organisation.AccountResult;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.ApiTokens;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Deputies;
import org.chuyi.organisation.SignedIn;
import org.chuyi.shared.WorkCalendar;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person does with her own account. */
@Controller
class OwnAccountController {

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final Deputies deputies;
    private final CurrentActor currentActor;
    private final PersonSession session;
    private final LocaleResolver locales;
    private final MessageSource messages;
    private final Clock clock;

    OwnAccountController(
            Accounts accounts,
            ApiTokens tokens,
            Deputies deputies,
            CurrentActor currentActor,
            PersonSession session,
            LocaleResolver locales,
            MessageSource messages,
            Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.deputies = deputies;
        this.currentActor = currentActor;
        this.session = session;
        this.locales = locales;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/account")
    String page(Model model) {
        var actor = currentActor.get();
        model.addAttribute("account", accounts.find(actor.account()).orElseThrow());
        model.addAttribute("actor", actor);
        model.addAttribute("capacities", accounts.capacities(actor.account()));
        model.addAttribute("tokens", tokens.of(actor.account()));
        model.addAttribute("deputies", deputies.of(actor.account()));
        model.addAttribute("deputyCandidates", deputies.candidates(actor));
        model.addAttribute("today", WorkCalendar.dayOf(clock.instant()));
        return "organisation/account";
    }

    @GetMapping("/account/password")
    String password(Model model) {
        return passwordPage(List.of(), model);
    }

    @PostMapping("/account/password")
    String changePassword(
            @RequestParam String present,
            @RequestParam String wanted,
            @RequestParam String repeated,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (!wanted.equals(repeated)) {
            return passwordPage(List.of("organisation.problem.PASSWORDS_DIFFER"), model, response);
        }
        var signedIn = currentActor.signedIn().orElseThrow();
        var result = accounts.changePassword(signedIn.actor().account(), present, wanted);
        if (result instanceof AccountResult.Refused refused) {
            return passwordPage(
                    refused.problems().stream().map(AccountProblem::message).toList(), model, response);
        }
        session.renew(new SignedIn(signedIn.actor(), false, signedIn.mustChoosePost()), request, response);
        flash.addFlashAttribute("flash", text("organisation.password.changed"));
        return "redirect:/account";
    }

    @PostMapping("/account/language")
    String language(@RequestParam String language, HttpServletRequest request, HttpServletResponse response) {
        accounts.speak(currentActor.get().account(), language);
        locales.setLocale(request, response, Locale.forLanguageTag(language));
        return "redirect:/account";
    }

    /** The token is in this answer and nowhere else: no redirect, which would have to keep it. */
    @PostMapping("/account/tokens")
    String createToken(@RequestParam String name, Model model) {
        model.addAttribute("newToken", tokens.create(currentActor.get(), name));
        return page(model);
    }

    @PostMapping("/account/tokens/{id}/revoke")
    String revokeToken(@PathVariable long id, RedirectAttributes flash) {
        tokens.revoke(currentActor.get(), id);
        flash.addFlashAttribute("flash", text("organisation.token.revoked"));
        return "redirect:/account";
    }

    @PostMapping("/account/deputies")
    String nameDeputy(
            @RequestParam long deputy,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        deputies.name(currentActor.get(), new AccountId(deputy), from, to, reason)
                .ifPresentOrElse(
                        problem -> flash.addFlashAttribute("flashProblem", text(problem.message())),
                        () -> flash.addFlashAttribute("flash", text("organisation.deputy.named")));
        return "redirect:/account";
    }

    @PostMapping("/account/deputies/{id}/revoke")
    String revokeDeputy(@PathVariable long id, RedirectAttributes flash) {
        if (deputies.revoke(currentActor.get(), id)) {
            flash.addFlashAttribute("flash", text("organisation.deputy.revoked"));
        }
        return "redirect:/account";
    }

    private String passwordPage(List<String> problems, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return passwordPage(problems, model);
    }

    private String passwordPage(List<String> problems, Model model) {
        model.addAttribute("problems", problems);
        model.addAttribute("forced", currentActor.signedIn().orElseThrow().mustChangePassword());
        return "organisation/password";
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
