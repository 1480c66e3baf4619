package org.chuyi.programme;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.CasePages;
import org.chuyi.workflow.InboxTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Where a round is read by those who run it. */
@Component
class RoundPages implements CasePages {

    private final Rounds rounds;

    /** Lazily, since the rounds know their timers, and these the cases. */
    RoundPages(@Lazy Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public String processKey() {
        return SelectionRoundProcess.KEY;
    }

    @Override
    public Optional<String> panel(String businessKey) {
        return Optional.of(page(businessKey) + "/progress/panel");
    }

    @Override
    public String page(String businessKey) {
        return "/rounds/" + businessKey;
    }

    @Override
    public boolean mayOpen(String businessKey, Actor actor) {
        return rounds.mayRun(actor);
    }

    @Override
    public Map<String, String> titles(Collection<String> businessKeys, Locale locale) {
        var published = rounds.publishedTitles();
        return businessKeys.stream()
                .map(RoundCode::new)
                .filter(published::containsKey)
                .collect(Collectors.toMap(
                        RoundCode::value, code -> published.get(code).in(locale)));
    }

    @Override
    public Optional<String> formPage(InboxTask task) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> states(Collection<String> businessKeys, Actor reader) {
        return Map.of();
    }
}
