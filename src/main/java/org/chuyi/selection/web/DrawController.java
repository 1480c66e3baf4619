package org.chuyi.selection.web;

import java.util.Locale;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.Rounds;
import org.chuyi.selection.ContestReaders;
import org.chuyi.selection.DrawViews;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 专家抽取: what it stood on, what came out, who was asked; and to draw it once more. */
@Controller
class DrawController {

    private final DrawViews views;
    private final ContestReaders readers;
    private final Regions regions;
    private final Rounds rounds;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    DrawController(
            DrawViews views,
            ContestReaders readers,
            Regions regions,
            Rounds rounds,
            CurrentActor currentActor,
            MessageSource messages) {
        this.views = views;
        this.readers = readers;
        this.regions = regions;
        this.rounds = rounds;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping("/contests/{key}/draw")
    String show(@PathVariable String key, Model model) {
        var view = views.find(key, currentActor.get()).orElseThrow(() -> new NoExpertThere(key));
        model.addAttribute("view", view);
        model.addAttribute("readsContest", readers.runs(currentActor.get()));
        model.addAttribute("runsRounds", rounds.mayRun(currentActor.get()));
        model.addAttribute("regions", regions);
        return "selection/draw";
    }

    @PostMapping("/contests/{key}/draw/repetition")
    String repeat(@PathVariable String key, Locale locale, RedirectAttributes flash) {
        var verdict = views.repeat(key, currentActor.get()).orElseThrow(() -> new NoExpertThere(key));
        if (verdict.equal()) {
            flash.addFlashAttribute("flash", messages.getMessage("selection.draw.equal", null, locale));
        } else {
            flash.addFlashAttribute(
                    "flashProblem",
                    messages.getMessage(
                            !verdict.sameAlgorithm()
                                    ? "selection.draw.otherAlgorithm"
                                    : verdict.samePool() ? "selection.draw.different" : "selection.draw.poolChanged",
                            null,
                            locale));
        }
        return "redirect:/contests/" + key + "/draw";
    }
}
