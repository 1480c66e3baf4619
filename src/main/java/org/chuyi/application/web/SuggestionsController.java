package org.chuyi.application.web;

import java.util.List;
import java.util.Locale;
import org.chuyi.organisation.Organisation;
import org.chuyi.organisation.OrganisationSearch;
import org.chuyi.organisation.Organisations;
import org.chuyi.shared.Major;
import org.chuyi.shared.Majors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a form field proposes while one types. */
@RestController
@RequestMapping("/suggestions")
class SuggestionsController {

    private static final int MOST = 20;

    private final Organisations organisations;

    SuggestionsController(Organisations organisations) {
        this.organisations = organisations;
    }

    /**
     * @param value what the field takes
     * @param label what tells one proposal from another
     */
    record Suggestion(String value, String label) {}

    /** By code or name: of a field that takes a code. */
    @GetMapping("/majors")
    List<Suggestion> majors(@RequestParam String q) {
        String wanted = q.strip().toUpperCase(Locale.ROOT);
        return wanted.isEmpty()
                ? List.of()
                : Majors.catalogue().all().stream()
                        .filter(major -> major.code().value().startsWith(wanted)
                                || major.name().contains(q.strip()))
                        .limit(MOST)
                        .map(SuggestionsController::suggestion)
                        .toList();
    }

    @GetMapping("/organisations")
    List<Suggestion> organisations(@RequestParam String q) {
        return q.isBlank()
                ? List.of()
                : organisations.search(OrganisationSearch.any().named(q).size(MOST)).rows().stream()
                        .map(SuggestionsController::suggestion)
                        .toList();
    }

    private static Suggestion suggestion(Major major) {
        return new Suggestion(major.code().value(), major.code() + " " + major.name() + " · " + major.majorClass());
    }

    private static Suggestion suggestion(Organisation organisation) {
        return new Suggestion(
                organisation.name(),
                organisation
                        .socialCreditCode()
                        .map(code -> organisation.name() + " · " + code)
                        .orElse(organisation.name()));
    }
}
