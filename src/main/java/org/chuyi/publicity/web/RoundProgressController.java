package org.chuyi.publicity.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.Rounds;
import org.chuyi.publicity.Announcing;
import org.chuyi.publicity.Publicity;
import org.chuyi.publicity.RoundProgress;
import org.chuyi.publicity.RoundProgress.City;
import org.chuyi.selection.ContestKey;
import org.chuyi.workflow.TaskInbox;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 遴选进展: one view of a round for the department that runs it. */
@Controller
class RoundProgressController {

    private final RoundProgress progress;
    private final Publicity publicity;
    private final Announcing announcing;
    private final TaskInbox inbox;
    private final Rounds rounds;
    private final PolicyPacks packs;
    private final Regions regions;
    private final CurrentActor currentActor;

    RoundProgressController(
            RoundProgress progress,
            Publicity publicity,
            Announcing announcing,
            TaskInbox inbox,
            Rounds rounds,
            PolicyPacks packs,
            Regions regions,
            CurrentActor currentActor) {
        this.progress = progress;
        this.publicity = publicity;
        this.announcing = announcing;
        this.inbox = inbox;
        this.rounds = rounds;
        this.packs = packs;
        this.regions = regions;
        this.currentActor = currentActor;
    }

    @GetMapping("/rounds/{code}/progress")
    String progress(@PathVariable String code, Locale locale, Model model) {
        if (!RoundCode.isCode(code) || !rounds.mayRun(currentActor.get())) {
            throw new NotThere();
        }
        Round round = rounds.byCode(new RoundCode(code)).filter(Round::isPublic).orElseThrow(NotThere::new);
        var overview = progress.of(round.code());
        model.addAttribute("round", round);
        model.addAttribute("overview", overview);
        model.addAttribute("cities", regions.cities());
        model.addAttribute("byCity", overview.cities().stream().collect(Collectors.toMap(City::code, city -> city)));
        Map<String, String> titles = new LinkedHashMap<>();
        overview.contests().forEach(line -> titles.put(line.key().toString(), title(line.key(), locale)));
        model.addAttribute("titles", titles);
        model.addAttribute("list", publicity.last(round.code()).orElse(null));
        model.addAttribute("announcement", announcing.find(round.code()).orElse(null));
        model.addAttribute(
                "taskLink",
                inbox.openTaskOf(code, currentActor.get())
                        .map(task -> "/tasks/" + task.id())
                        .orElse(null));
        return "publicity/progress";
    }

    private String title(ContestKey key, Locale locale) {
        var programme = packs.programme(key.programme());
        return programme.names().in(locale)
                + programme.number().tracks().stream()
                        .filter(track -> track.code().equals(key.track()))
                        .map(track -> " · " + track.names().in(locale))
                        .findFirst()
                        .orElse("");
    }
}
