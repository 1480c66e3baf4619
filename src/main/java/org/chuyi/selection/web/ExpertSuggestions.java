package org.chuyi.selection.web;

import java.util.List;
import org.chuyi.organisation.CurrentActor;
import org.chuyi.selection.ExpertPool;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a field proposes that takes an expert of the pool. */
@RestController
class ExpertSuggestions {

    private final ExpertPool pool;
    private final CurrentActor currentActor;

    ExpertSuggestions(ExpertPool pool, CurrentActor currentActor) {
        this.pool = pool;
        this.currentActor = currentActor;
    }

    /**
     * @param value what the field takes: login and name
     * @param label with employer and title
     */
    record Suggestion(String value, String label) {}

    @GetMapping("/suggestions/experts")
    List<Suggestion> experts(@RequestParam String q) {
        return pool.suggestions(q, currentActor.get()).stream()
                .map(expert -> new Suggestion(
                        expert.login() + "（" + expert.name() + "）",
                        expert.name() + " · " + expert.employerName() + " · " + expert.title()))
                .toList();
    }
}
