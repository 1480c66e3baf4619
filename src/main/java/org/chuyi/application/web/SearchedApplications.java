package org.chuyi.application.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.application.ApplicationRow;
import org.chuyi.application.ApplicationSearch;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.SearchSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Applications in the search: by number, school and programme. */
@Component
class SearchedApplications implements SearchSource {

    private static final int MOST = 10;

    private final ApplicationSearch search;
    private final PolicyPacks packs;

    SearchedApplications(ApplicationSearch search, PolicyPacks packs) {
        this.search = search;
        this.packs = packs;
    }

    @Override
    public Optional<Section> find(String words, Actor actor, Locale locale) {
        List<ApplicationRow> rows = search.find(words, actor, MOST + 1);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section(
                "application.search.title",
                rows.stream().limit(MOST).map(row -> found(row, locale)).toList(),
                Optional.of(rows).filter(all -> all.size() > MOST).map(all -> listOf(words))));
    }

    private Found found(ApplicationRow row, Locale locale) {
        return new Found(
                row.schoolName() + " · "
                        + packs.programme(row.programmeCode()).names().in(locale),
                row.number().value(),
                row.shown().name(),
                "/applications/" + row.number());
    }

    private static String listOf(String words) {
        return UriComponentsBuilder.fromPath("/applications")
                .queryParam("q", "{words}")
                .encode()
                .buildAndExpand(words)
                .toUriString();
    }
}
