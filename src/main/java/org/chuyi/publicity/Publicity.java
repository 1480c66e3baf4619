package org.chuyi.publicity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.programme.RoundCode;
import org.chuyi.programme.SelectionDeadlines;
import org.chuyi.programme.SelectionStep;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 公示: shows a round's list for at least five workdays; a corrected one is shown anew. */
@Service
public class Publicity {

    private final PublicityLists lists;
    private final Objections objections;
    private final ListContent content;
    private final SelectionDeadlines deadlines;
    private final AuditTrail audit;
    private final Clock clock;

    Publicity(
            PublicityLists lists,
            Objections objections,
            ListContent content,
            SelectionDeadlines deadlines,
            AuditTrail audit,
            Clock clock) {
        this.lists = lists;
        this.objections = objections;
        this.content = content;
        this.deadlines = deadlines;
        this.audit = audit;
        this.clock = clock;
    }

    /** All lists that were ever shown, the newest first: they are public and stay so. */
    @Transactional(readOnly = true)
    public List<PublicityList> shown() {
        return lists.all();
    }

    /** Those of a round, the newest version first. */
    @Transactional(readOnly = true)
    public List<PublicityList> of(RoundCode round) {
        return lists.of(round);
    }

    @Transactional(readOnly = true)
    public Optional<PublicityList> last(RoundCode round) {
        return lists.last(round);
    }

    /** Freezes the list as it is decided now and shows it; the day of the start does not count. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void show(RoundCode round) {
        Instant now = clock.instant();
        lists.lockLast(round);
        lists.show(round, content.of(round), now, deadlines.due(round, SelectionStep.PUBLICITY, now));
        PublicityList shown = lists.last(round).orElseThrow();
        record("publicity.shown", round, Map.of("version", shown.version(), "sha256", shown.sha256()));
    }

    /** Whether an objection keeps the publicity from ending. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean hasOpenObjections(RoundCode round) {
        lists.lockLast(round);
        return objections.open(round) > 0;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void conclude(RoundCode round) {
        PublicityList last = lists.lockLast(round).orElseThrow();
        lists.conclude(round, clock.instant());
        record("publicity.concluded", round, Map.of("version", last.version(), "sha256", last.sha256()));
    }

    private void record(String action, RoundCode round, Map<String, ?> details) {
        audit.record(AuditEntry.of(action, "round", round.value(), details));
    }
}
