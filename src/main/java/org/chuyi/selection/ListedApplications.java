package org.chuyi.selection;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rows of contests' lists by a part of their number or school; the caller has checked who reads. */
@Component
public class ListedApplications {

    private static final int MOST = 20;

    private final FinalDecisions decisions;

    ListedApplications(FinalDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param value what a field takes that asks for an application's number
     * @param label with school and rank, which tell one from another
     */
    public record Suggestion(String value, String label) {}

    public List<Suggestion> matching(Collection<ContestKey> contests, String text) {
        String wanted = text.strip();
        return wanted.isEmpty()
                ? List.of()
                : contests.stream()
                        .flatMap(contest -> decisions.list(contest).stream())
                        .filter(row ->
                                row.number().contains(wanted) || row.school().contains(wanted))
                        .limit(MOST)
                        .map(row ->
                                new Suggestion(row.number(), row.number() + " · " + row.school() + " · " + row.rank()))
                        .toList();
    }
}
