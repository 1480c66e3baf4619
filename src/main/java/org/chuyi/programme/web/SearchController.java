package org.chuyi.programme.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SearchController {

    private static final int LONGEST = 100;

    private final PublicSearch search;

    SearchController(PublicSearch search) {
        this.search = search;
    }

    @GetMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        String stripped = q.strip();
        String words = stripped.substring(0, Math.min(LONGEST, stripped.length()));
        model.addAttribute("words", words);
        model.addAttribute("hits", words.isEmpty() ? List.of() : search.find(words, locale));
        return "programme/search";
    }
}
