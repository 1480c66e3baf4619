package org.chuyi.programme;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.chuyi.workflow.CasePages;
import org.chuyi.workflow.InboxTask;
import org.springframework.stereotype.Component;

/** Where a round is read by those who run it. */
@Component
class RoundPages implements CasePages {

    @Override
    public String processKey() {
        return SelectionRoundProcess.KEY;
    }

    @Override
    public Optional<String> panel(String businessKey) {
        return Optional.empty();
    }

    @Override
    public String page(String businessKey) {
        return "/rounds/" + businessKey;
    }

    @Override
    public Optional<String> formPage(InboxTask task) {
        return Optional.empty();
    }

    @Override
    public Map<String, String> states(Collection<String> businessKeys) {
        return Map.of();
    }
}
