package org.chuyi.programme.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundChange;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.RoundDefaults;
import org.chuyi.programme.RoundState;
import org.chuyi.programme.Rounds;
import org.chuyi.programme.SelectionStep;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 批次管理: 教育厅's officer makes a round, publishes it and puts its end later. */
@Controller
class RoundsController {

    private final Rounds rounds;
    private final RoundDefaults defaults;
    private final PolicyPacks packs;
    private final CurrentActor currentActor;
    private final Problems problems;
    private final MessageSource messages;
    private final Clock clock;

    RoundsController(
            Rounds rounds,
            RoundDefaults defaults,
            PolicyPacks packs,
            CurrentActor currentActor,
            Problems problems,
            MessageSource messages,
            Clock clock) {
        this.rounds = rounds;
        this.defaults = defaults;
        this.packs = packs;
        this.currentActor = currentActor;
        this.problems = problems;
        this.messages = messages;
        this.clock = clock;
    }

    @InitBinder
    void asManyRowsAsProgrammes(WebDataBinder binder) {
        binder.setAutoGrowCollectionLimit(64);
    }

    @GetMapping("/rounds")
    String list(Model model) {
        model.addAttribute("rounds", rounds.all(officer()));
        return "programme/rounds";
    }

    @GetMapping("/rounds/new")
    ModelAndView blank() {
        officer();
        return editor(null, RoundForm.blank(defaults.ofAll()), Map.of());
    }

    @PostMapping("/rounds")
    ModelAndView create(
            @Valid @ModelAttribute("form") RoundForm form,
            BindingResult result,
            Locale locale,
            RedirectAttributes flash) {
        Actor officer = officer();
        Map<String, String> found = found(form, result, locale);
        if (!found.isEmpty()) {
            return unprocessable(editor(null, form, found));
        }
        Round created = rounds.create(officer, form.content());
        return saved(created, "programme.round.created", flash, locale);
    }

    @GetMapping("/rounds/{code}")
    ModelAndView show(@PathVariable String code) {
        officer();
        return page(round(code), Map.of(), null);
    }

    @PostMapping("/rounds/{code}")
    ModelAndView edit(
            @PathVariable String code,
            @Valid @ModelAttribute("form") RoundForm form,
            BindingResult result,
            Locale locale,
            RedirectAttributes flash) {
        Actor officer = officer();
        Round round = round(code);
        Map<String, String> found = found(form, result, locale);
        if (!found.isEmpty()) {
            return unprocessable(editor(round, form, found));
        }
        RoundChange change = rounds.edit(officer, round.code(), versionOf(form), form.content());
        if (change instanceof RoundChange.Refused refused) {
            return unprocessable(editor(round, form, problems.of(refused.problems(), locale)));
        }
        return saved(round, "programme.round.saved", flash, locale);
    }

    @GetMapping("/rounds/{code}/publication")
    ModelAndView confirm(@PathVariable String code, Locale locale) {
        officer();
        return confirmation(round(code), locale);
    }

    @PostMapping("/rounds/{code}/publication")
    ModelAndView publish(@PathVariable String code, Locale locale, RedirectAttributes flash) {
        Round round = round(code);
        if (rounds.publish(officer(), round.code()) instanceof RoundChange.Refused) {
            return unprocessable(confirmation(round, locale));
        }
        return saved(round, "programme.round.published", flash, locale);
    }

    @PostMapping("/rounds/{code}/extension")
    ModelAndView extend(
            @PathVariable String code,
            @Valid @ModelAttribute("extension") ExtensionForm form,
            BindingResult result,
            Locale locale,
            RedirectAttributes flash) {
        Actor officer = officer();
        Round round = round(code);
        if (result.hasErrors()) {
            return unprocessable(page(round, problems.of(result, locale), form));
        }
        RoundChange change = rounds.moveEnd(officer, round.code(), form.closesOn(), form.reason());
        if (change instanceof RoundChange.Refused refused) {
            return unprocessable(page(round, problems.of(refused.problems(), locale), form));
        }
        return saved(round, "programme.round.extended", flash, locale);
    }

    private Map<String, String> found(RoundForm form, BindingResult result, Locale locale) {
        return result.hasErrors()
                ? problems.of(result, locale)
                : problems.of(Rounds.unsaveable(form.content()), locale);
    }

    private ModelAndView page(Round round, Map<String, String> found, ExtensionForm extension) {
        if (round.state() == RoundState.DRAFT) {
            return editor(round, RoundForm.of(round, defaults.ofAll()), found);
        }
        return new ModelAndView("programme/round")
                .addObject("call", Call.of(round, clock.instant()))
                .addObject("programmes", OfferedProgramme.of(round, packs))
                .addObject("cities", defaults.cities())
                .addObject("extensible", round.canMoveEnd(clock.instant()))
                .addObject("extension", extension == null ? new ExtensionForm(null, "") : extension)
                .addObject("problems", found);
    }

    /** @param round null for a new one */
    private ModelAndView editor(Round round, RoundForm form, Map<String, String> found) {
        return new ModelAndView("programme/round-editor")
                .addObject("round", round)
                .addObject("heading", headingOf(round))
                .addObject("form", form)
                .addObject("packs", packs.all())
                .addObject("selectionSteps", SelectionStep.values())
                .addObject("cities", defaults.cities())
                .addObject("problems", found);
    }

    private String headingOf(Round round) {
        var locale = LocaleContextHolder.getLocale();
        return round == null
                ? messages.getMessage("programme.rounds.new", null, locale)
                : messages.getMessage(
                        "programme.round.edit", new Object[] {round.code().value()}, locale);
    }

    private ModelAndView confirmation(Round round, Locale locale) {
        if (round.state() != RoundState.DRAFT) {
            return new ModelAndView("redirect:/rounds/" + round.code());
        }
        return new ModelAndView("programme/round-publication")
                .addObject("round", round)
                .addObject("programmes", OfferedProgramme.of(round, packs))
                .addObject("problems", problems.of(rounds.problems(round.code()), locale));
    }

    private ModelAndView saved(Round round, String text, RedirectAttributes flash, Locale locale) {
        flash.addFlashAttribute(
                "flash", messages.getMessage(text, new Object[] {round.code().value()}, locale));
        return new ModelAndView("redirect:/rounds/" + round.code());
    }

    private static ModelAndView unprocessable(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static int versionOf(RoundForm form) {
        return form.version() == null ? -1 : form.version();
    }

    private Actor officer() {
        Actor actor = currentActor.get();
        if (!rounds.mayRun(actor)) {
            throw new AccessDeniedException("Rounds are run by 教育厅's officers");
        }
        return actor;
    }

    private Round round(String code) {
        if (!RoundCode.isCode(code)) {
            throw new NotThere(code);
        }
        return rounds.byCode(new RoundCode(code)).orElseThrow(() -> new NotThere(code));
    }
}
