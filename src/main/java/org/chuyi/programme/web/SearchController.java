package org.chuyi.programme.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.programme.SearchSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What everybody may find, and for a signed-in person what the modules let her see. */
@Controller
class SearchController {

    private static final int LONGEST = 100;

    private final PublicSearch search;
    private final ObjectProvider<SearchSource> sources;
    private final CurrentActor people;

    SearchController(PublicSearch search, ObjectProvider<SearchSource> sources, CurrentActor people) {
        this.search = search;
        this.sources = sources;
        this.people = people;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        String stripped = q.strip();
        String words = stripped.substring(0, Math.min(LONGEST, stripped.length()));
        var hits = words.isEmpty() ? List.<PublicSearch.Hit>of() : search.find(words, locale);
        var sections = words.isEmpty() ? List.<SearchSource.Section>of() : sections(words, locale);
        model.addAttribute("words", words);
        model.addAttribute("hits", hits);
        model.addAttribute("sections", sections);
        model.addAttribute("signedIn", people.find().isPresent());
        model.addAttribute(
                "count",
                hits.size()
                        + sections.stream()
                                .mapToInt(section -> section.found().size())
                                .sum());
        return "programme/search";
    }

    private List<SearchSource.Section> sections(String words, Locale locale) {
        return people.find().stream()
                .flatMap(actor -> sources.orderedStream().map(source -> source.find(words, actor, locale)))
                .flatMap(Optional::stream)
                .toList();
    }
}
