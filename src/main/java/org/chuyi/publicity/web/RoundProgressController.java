package org.chuyi.publicity.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.organisation.Regions;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.Rounds;
import org.chuyi.publicity.Announcing;
import org.chuyi.publicity.ObjectionHandling;
import org.chuyi.publicity.Publicity;
import org.chuyi.publicity.PublicityList;
import org.chuyi.publicity.RoundProgress;
import org.chuyi.publicity.RoundProgress.City;
import org.chuyi.selection.ContestKey;
import org.chuyi.shared.WorkCalendar;
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
    private final ObjectionHandling handling;
    private final TaskInbox inbox;
    private final Rounds rounds;
    private final PolicyPacks packs;
    private final Regions regions;
    private final CurrentActor currentActor;

    RoundProgressController(
            RoundProgress progress,
            Publicity publicity,
            Announcing announcing,
            ObjectionHandling handling,
            TaskInbox inbox,
            Rounds rounds,
            PolicyPacks packs,
            Regions regions,
            CurrentActor currentActor) {
        this.progress = progress;
        this.publicity = publicity;
        this.announcing = announcing;
        this.handling = handling;
        this.inbox = inbox;
        this.rounds = rounds;
        this.packs = packs;
        this.regions = regions;
        this.currentActor = currentActor;
    }

    @GetMapping("/rounds/{code}/progress")
    String progress(@PathVariable String code, Locale locale, Model model) {
        read(code, locale, model);
        model.addAttribute(
                "taskLink",
                inbox.openTaskOf(code, currentActor.get())
                        .map(task -> "/tasks/" + task.id())
                        .orElse(null));
        model.addAttribute("objections", handling.of(new RoundCode(code)));
        return "publicity/progress";
    }

    /** Stands beside the forms of the round's own tasks. */
    @GetMapping("/rounds/{code}/progress/panel")
    String panel(@PathVariable String code, Locale locale, Model model) {
        read(code, locale, model);
        return "publicity/progress-panel :: panel";
    }

    private void read(String code, Locale locale, Model model) {
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
        var list = publicity.last(round.code());
        var announcement = announcing.find(round.code());
        String stage = announcement.isPresent()
                ? "ANNOUNCED"
                : list.map(RoundProgressController::stage).orElseGet(() -> stage(round, overview));
        model.addAttribute("list", list.orElse(null));
        model.addAttribute("announcement", announcement.orElse(null));
        model.addAttribute("stage", stage);
        model.addAttribute("due", due(stage, round, list));
    }

    private static String stage(PublicityList list) {
        return list.state() == PublicityList.State.CONCLUDED ? "ANNOUNCEMENT" : "PUBLICITY";
    }

    private static String stage(Round round, RoundProgress.Overview overview) {
        return overview.contests().isEmpty() ? round.state().name() : "SELECTION";
    }

    /** The last day of what has one by law: the window and the display. */
    private static LocalDate due(String stage, Round round, Optional<PublicityList> list) {
        return switch (stage) {
            case "OPEN" -> round.window().closesOn();
            case "PUBLICITY" ->
                list.map(PublicityList::displayedUntil)
                        .map(WorkCalendar::lastDayBefore)
                        .orElse(null);
            default -> null;
        };
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
