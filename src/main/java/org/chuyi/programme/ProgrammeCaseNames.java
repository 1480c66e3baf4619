package org.chuyi.programme;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.chuyi.workflow.CaseNames;
import org.springframework.stereotype.Component;

/** To the inbox, a category is a programme and an occasion a round. */
@Component
class ProgrammeCaseNames implements CaseNames {

    private final PolicyPacks packs;
    private final Rounds rounds;

    ProgrammeCaseNames(PolicyPacks packs, Rounds rounds) {
        this.packs = packs;
        this.rounds = rounds;
    }

    @Override
    public Map<String, String> categories(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        packs.all()
                .forEach(programme ->
                        names.put(programme.code().value(), programme.names().in(locale)));
        return names;
    }

    @Override
    public Map<String, String> occasions(Locale locale) {
        Map<String, String> names = new LinkedHashMap<>();
        rounds.publishedTitles().forEach((code, title) -> names.put(code.value(), title.in(locale)));
        return names;
    }
}
