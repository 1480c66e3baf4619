package org.chuyi.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.programme.Round;
import org.chuyi.programme.Rounds;
import org.chuyi.workflow.HomePanel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: for a visitor what this is, for a person what needs her now. */
@Controller
class HomeController {

    private final CurrentActor people;
    private final ObjectProvider<HomePanel> panels;
    private final Rounds rounds;
    private final Clock clock;

    HomeController(CurrentActor people, ObjectProvider<HomePanel> panels, Rounds rounds, Clock clock) {
        this.people = people;
        this.panels = panels;
        this.rounds = rounds;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(Model model, Locale locale) {
        var open = rounds.open(clock.instant()).stream()
                .map(round -> OpenCall.of(round, locale))
                .toList();
        model.addAttribute("openCalls", open);
        return people.find().map(actor -> desk(actor, model)).orElse("portal/welcome");
    }

    private String desk(Actor actor, Model model) {
        var contents = contentsFor(actor);
        model.addAttribute("person", actor);
        model.addAttribute("panels", contents);
        model.addAttribute(
                "toDo",
                contents.stream()
                        .filter(HomePanel.Content::needsHand)
                        .mapToLong(HomePanel.Content::figure)
                        .sum());
        return "portal/desk";
    }

    private List<HomePanel.Content> contentsFor(Actor actor) {
        return panels.orderedStream()
                .map(panel -> panel.contentFor(actor))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(content -> !content.needsHand()))
                .toList();
    }

    /** An open call as the page shows it. */
    record OpenCall(String title, String link, java.time.LocalDate closesOn, Instant closesAt, int programmes) {

        static OpenCall of(Round round, Locale locale) {
            return new OpenCall(
                    round.title().in(locale),
                    "/calls/" + round.code().value(),
                    round.window().closesOn(),
                    round.window().closesAt(),
                    round.programmes().size());
        }
    }
}
