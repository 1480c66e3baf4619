package org.chuyi.workflow.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.CasePages;
import org.chuyi.workflow.InboxCase;
import org.springframework.stereotype.Component;

/** The pages of each process's cases. */
@Component
class CasePagesByProcess {

    private final Map<String, CasePages> pages;

    CasePagesByProcess(List<CasePages> pages) {
        this.pages = pages.stream().collect(toMap(CasePages::processKey, Function.identity()));
    }

    Optional<CasePages> of(String processKey) {
        return Optional.ofNullable(pages.get(processKey));
    }

    Optional<String> page(InboxCase inboxCase) {
        return of(inboxCase.processKey()).map(found -> found.page(inboxCase.businessKey()));
    }

    boolean knownByTitle(String processKey) {
        return of(processKey).map(CasePages::knownByTitle).orElse(false);
    }

    /** Public states of cases of whichever process, as this reader is told them. */
    Map<String, String> states(Collection<InboxCase> cases, Actor reader) {
        Map<String, String> states = new HashMap<>();
        cases.stream().collect(groupingBy(InboxCase::processKey)).forEach((process, its) -> of(process)
                .ifPresent(found -> states.putAll(
                        found.states(its.stream().map(InboxCase::businessKey).toList(), reader))));
        return states;
    }
}
