package org.chuyi.publicity.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.chuyi.programme.Round;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.Rounds;
import org.chuyi.publicity.Announcing;
import org.chuyi.publicity.Publicity;
import org.chuyi.publicity.PublicityList;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 公示, for everybody. */
@Controller
class PublicityController {

    private final Publicity publicity;
    private final Announcing announcing;
    private final Rounds rounds;
    private final Clock clock;

    PublicityController(Publicity publicity, Announcing announcing, Rounds rounds, Clock clock) {
        this.publicity = publicity;
        this.announcing = announcing;
        this.rounds = rounds;
        this.clock = clock;
    }

    @GetMapping("/publicity")
    String lists(Locale locale, Model model) {
        model.addAttribute(
                "lists",
                publicity.shown().stream()
                        .filter(list -> list.state() != PublicityList.State.SUPERSEDED)
                        .map(list -> shown(list, locale))
                        .toList());
        return "publicity/lists";
    }

    @GetMapping("/publicity/{round}")
    String list(
            @PathVariable String round, @RequestParam(required = false) Integer version, Locale locale, Model model) {
        List<PublicityList> versions = versions(round);
        PublicityList list = versions.stream()
                .filter(each -> version == null || each.version() == version)
                .findFirst()
                .orElseThrow(NotThere::new);
        model.addAttribute("shown", shown(list, locale));
        model.addAttribute("versions", versions);
        model.addAttribute("announced", announcing.find(list.round()).isPresent());
        return "publicity/list";
    }

    /** The frozen text itself: whoever hashes it gets the hash that the page shows. */
    @GetMapping("/publicity/{round}/{version}/list.json")
    ResponseEntity<String> content(@PathVariable String round, @PathVariable int version) {
        return versions(round).stream()
                .filter(each -> each.version() == version)
                .findFirst()
                .map(list -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(list.content()))
                .orElseThrow(NotThere::new);
    }

    private List<PublicityList> versions(String round) {
        if (!RoundCode.isCode(round)) {
            throw new NotThere();
        }
        return publicity.of(new RoundCode(round));
    }

    private ShownList shown(PublicityList list, Locale locale) {
        String title = rounds.byCode(list.round())
                .map(Round::title)
                .map(name -> name.in(locale))
                .orElse("");
        return ShownList.of(list, title, clock.instant());
    }
}
