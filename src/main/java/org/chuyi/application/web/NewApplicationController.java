package org.chuyi.application.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.application.Applications;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Programme;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.Rounds;
import org.chuyi.workflow.ProblemTexts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Before an application begins: what it is, until when, and what would keep the school from it. */
@Controller
class NewApplicationController {

    private final Applications applications;
    private final Rounds rounds;
    private final PolicyPacks packs;
    private final ProblemTexts problems;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    NewApplicationController(
            Applications applications,
            Rounds rounds,
            PolicyPacks packs,
            ProblemTexts problems,
            CurrentActor currentActor,
            MessageSource messages) {
        this.applications = applications;
        this.rounds = rounds;
        this.packs = packs;
        this.problems = problems;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping("/applications/new")
    String confirm(@RequestParam String round, @RequestParam String programme, Locale locale, Model model) {
        Actor actor = currentActor.get();
        Round call = round(round);
        Programme offered = offered(call, programme);
        var existing = applications.existing(actor, call.code(), offered.code());
        model.addAttribute("round", call);
        model.addAttribute("programme", offered);
        model.addAttribute("actor", actor);
        model.addAttribute(
                "obstacles", problems.of(applications.obstacles(actor, call, offered), Optional.empty(), locale));
        model.addAttribute("existing", existing);
        return "application/new";
    }

    @PostMapping("/applications")
    String start(
            @RequestParam String round, @RequestParam String programme, Locale locale, RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        Round call = round(round);
        Programme offered = offered(call, programme);
        var start = applications.start(actor, call.code(), offered.code());
        if (start instanceof Applications.Start.Started started) {
            redirect.addFlashAttribute(
                    "flash",
                    messages.getMessage(
                            "application.started",
                            new Object[] {started.number().value()},
                            locale));
            return "redirect:/applications/" + started.number() + "/form";
        }
        redirect.addFlashAttribute("flashProblem", reasons((Applications.Start.NotStarted) start, locale));
        redirect.addAttribute("round", round);
        redirect.addAttribute("programme", programme);
        return "redirect:/applications/new";
    }

    private String reasons(Applications.Start.NotStarted notStarted, Locale locale) {
        List<String> texts = problems.of(notStarted.problems(), Optional.empty(), locale).stream()
                .map(ProblemTexts.ProblemText::message)
                .toList();
        return String.join(messages.getMessage("application.problem.separator", null, locale), texts);
    }

    private Round round(String code) {
        if (!RoundCode.isCode(code)) {
            throw new NotThere();
        }
        return rounds.byCode(new RoundCode(code)).filter(Round::isPublic).orElseThrow(NotThere::new);
    }

    private Programme offered(Round round, String code) {
        return packs.find(code)
                .filter(programme -> round.programme(programme.code()).isPresent())
                .orElseThrow(NotThere::new);
    }
}
