package org.chuyi.selection;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Organisations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts people who have their accounts and posts into the pool, by the system itself: for demonstration. */
@Component
public class ExpertSeeding {

    private final Experts experts;
    private final Accounts accounts;
    private final Organisations organisations;
    private final Clock clock;

    ExpertSeeding(Experts experts, Accounts accounts, Organisations organisations, Clock clock) {
        this.experts = experts;
        this.accounts = accounts;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Who is in the pool. */
    @Transactional(readOnly = true)
    public Set<String> logins() {
        return experts.all().stream().map(Expert::login).collect(Collectors.toSet());
    }

    @Transactional
    public void add(List<ExpertEntry> entries) {
        for (ExpertEntry entry : entries) {
            experts.put(
                    accounts.find(entry.login()).orElseThrow().id(),
                    organisations.byName(entry.employer()).orElseThrow().id(),
                    new ExpertFacts(
                            entry.title(), List.of(entry.majors().split("、")), Optional.empty(), Optional.empty()),
                    clock.instant());
        }
    }
}
