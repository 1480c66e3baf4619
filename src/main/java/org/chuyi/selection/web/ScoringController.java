package org.chuyi.selection.web;

import java.util.List;
import java.util.Locale;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ScoreDesk;
import org.chuyi.selection.ScoreDiscussion;
import org.chuyi.selection.ScoreReading;
import org.chuyi.selection.ScoreSheet;
import org.chuyi.selection.Scoring;
import org.chuyi.shared.WorkCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The expert's desk: her contests, a sheet beside its application, and the panel's discussion. */
@Controller
class ScoringController {

    private final ScoreDesk desk;
    private final Scoring scoring;
    private final ScoreReading reading;
    private final ScoreDiscussion discussion;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    ScoringController(
            ScoreDesk desk,
            Scoring scoring,
            ScoreReading reading,
            ScoreDiscussion discussion,
            CurrentActor currentActor,
            MessageSource messages) {
        this.desk = desk;
        this.scoring = scoring;
        this.reading = reading;
        this.discussion = discussion;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @GetMapping("/scoring")
    String desk(Model model) {
        model.addAttribute("panels", desk.of(currentActor.get()));
        return "selection/scoring";
    }

    @GetMapping("/scoring/{sheet}")
    String sheet(@PathVariable String sheet, Locale locale, Model model) {
        Actor expert = currentActor.get();
        ScoreSheet found = find(sheet, expert);
        var panel = desk.panel(found.contest(), expert);
        List<ScoreSheet> all = panel.sheets();
        int at = all.stream().map(ScoreSheet::id).toList().indexOf(found.id());
        model.addAttribute("sheet", found);
        model.addAttribute("label", found.label(panel.blind()));
        model.addAttribute("panel", panel);
        model.addAttribute("position", at + 1);
        model.addAttribute("previous", at > 0 ? all.get(at - 1).id() : null);
        model.addAttribute("next", at + 1 < all.size() ? all.get(at + 1).id() : null);
        model.addAttribute("due", panel.lastDay().orElse(null));
        model.addAttribute("obstacle", scoring.obstacle(found).orElse(null));
        model.addAttribute("shown", reading.read(found, locale));
        return "selection/sheet";
    }

    @GetMapping("/scoring/{contest}/discussion")
    String discussion(
            @PathVariable String contest,
            @RequestParam(defaultValue = "-1") int spread,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        var view =
                discussion.view(key(contest), currentActor.get(), spread, code).orElseThrow(NothingHere::new);
        model.addAttribute("view", view);
        model.addAttribute("panel", desk.panel(view.contest(), currentActor.get()));
        model.addAttribute(
                "due",
                view.task()
                        .flatMap(task -> task.dueAt())
                        .map(WorkCalendar::lastDayBefore)
                        .orElse(null));
        var last = view.lines().isEmpty() ? null : view.lines().get(view.lines().size() - 1);
        model.addAttribute(
                "nextPage",
                view.more()
                        ? "/scoring/" + contest + "/discussion?spread=" + last.spread() + "&code=" + last.code()
                        : null);
        model.addAttribute("firstPage", spread < 0 ? null : "/scoring/" + contest + "/discussion");
        return "selection/discussion";
    }

    @PostMapping("/scoring/{contest}/discussion")
    String open(@PathVariable String contest, Locale locale, RedirectAttributes redirect) {
        Actor leader = currentActor.get();
        if (!discussion.open(key(contest), leader)) {
            throw new NothingHere();
        }
        redirect.addFlashAttribute("flash", messages.getMessage("selection.discussion.opened", null, locale));
        return "redirect:/scoring/" + contest + "/discussion";
    }

    private ScoreSheet find(String sheet, Actor expert) {
        return SheetAddress.id(sheet).flatMap(id -> scoring.find(id, expert)).orElseThrow(NothingHere::new);
    }

    private static ContestKey key(String contest) {
        if (!ContestKey.isKey(contest)) {
            throw new NothingHere();
        }
        return ContestKey.of(contest);
    }
}
