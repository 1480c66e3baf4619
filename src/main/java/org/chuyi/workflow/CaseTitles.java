package org.chuyi.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    public String of(InboxTask task, Locale locale) {
        return title(task.processKey(), task.businessKey(), task.title(), locale);
    }

    public String of(InboxCase row, Locale locale) {
        return title(row.processKey(), row.businessKey(), row.title(), locale);
    }

    private String title(String processKey, String businessKey, String stored, Locale locale) {
        if (locale.getLanguage().equals(Locale.CHINESE.getLanguage())) {
            return stored;
        }
        return Optional.ofNullable(pages.get(processKey))
                .flatMap(its -> its.title(businessKey, locale))
                .orElse(stored);
    }
}
