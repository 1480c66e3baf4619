package org.chuyi.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Titles of cases in the reader's language; they are stored in Chinese, as the case was named when it began. */
@Component
public class CaseTitles {

    private final Map<String, CasePages> pages;

    CaseTitles(List<CasePages> pages) {
        this.pages = pages.stream().collect(Collectors.toMap(CasePages::processKey, Function.identity()));
    }

    /** Those of a page, by process and business key. */
    public record Titles(Map<String, Map<String, String>> inLanguage) {

        public String of(NamedCase row) {
            return inLanguage.getOrDefault(row.processKey(), Map.of()).getOrDefault(row.businessKey(), row.title());
        }
    }

    public String of(NamedCase row, Locale locale) {
        return of(List.of(row), locale).of(row);
    }

    /** Each process is asked once for all of its cases. */
    public Titles of(Collection<? extends NamedCase> rows, Locale locale) {
        if (locale.getLanguage().equals(Locale.CHINESE.getLanguage())) {
            return new Titles(Map.of());
        }
        Map<String, Set<String>> keys =
                rows.stream().collect(groupingBy(NamedCase::processKey, mapping(NamedCase::businessKey, toSet())));
        Map<String, Map<String, String>> titles = new HashMap<>();
        keys.forEach((process, its) -> {
            if (pages.containsKey(process)) {
                titles.put(process, pages.get(process).titles(its, locale));
            }
        });
        return new Titles(titles);
    }
}
