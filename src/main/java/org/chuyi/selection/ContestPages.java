package org.chuyi.selection;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.CasePages;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** Where a contest is read. An expert's tasks have their own pages, without what she must not see. */
@Component
class ContestPages implements CasePages {

    private final ContestReaders readers;
    private final ContestTitles titles;

    ContestPages(ContestReaders readers, ContestTitles titles) {
        this.readers = readers;
        this.titles = titles;
    }

    @Override
    public String processKey() {
        return ContestProcess.KEY;
    }

    @Override
    public Optional<String> panel(String businessKey) {
        return Optional.of(page(businessKey) + "/panel");
    }

    @Override
    public String page(String businessKey) {
        return "/contests/" + businessKey;
    }

    @Override
    public boolean mayOpen(String businessKey, Actor actor) {
        return readers.find(businessKey, actor).isPresent();
    }

    @Override
    public Map<String, String> titles(Collection<String> businessKeys, Locale locale) {
        return businessKeys.stream().collect(Collectors.toMap(Function.identity(), key -> titles.of(ContestKey.of(key))
                .in(locale)));
    }

    @Override
    public Optional<String> formPage(InboxTask task) {
        return switch (task.key()) {
            case ContestProcess.SCORE_APPLICATIONS -> Optional.of("/scoring");
            case ContestProcess.LEAD_DISCUSSION -> Optional.of("/scoring/" + task.businessKey() + "/discussion");
            case ContestProcess.CONFIRM_RANKING -> Optional.of(page(task.businessKey()) + "/ranking");
            default -> Optional.empty();
        };
    }

    /** The draw is made in the background: its page shows that. */
    @Override
    public Optional<String> afterwards(InboxTask task) {
        return task.key().equals(ContestProcess.DRAW_EXPERTS)
                ? Optional.of(page(task.businessKey()) + "/draw")
                : Optional.empty();
    }

    @Override
    public Map<String, String> states(Collection<String> businessKeys, Actor reader) {
        return Map.of();
    }
}
