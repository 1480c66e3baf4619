package org.chuyi.programme;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Role;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rounds: read by everybody, changed by 教育厅's officers alone, never deleted. Each change is one transaction with
 * its line in the record.
 */
@Service
@Transactional
public class Rounds {

    private final RoundStore store;
    private final PolicyPacks packs;
    private final RoundTimers timers;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rounds(
            RoundStore store,
            PolicyPacks packs,
            RoundTimers timers,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.packs = packs;
        this.timers = timers;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A draft too: show it to nobody but those who {@link #mayRun}. */
    @Transactional(readOnly = true)
    public Optional<Round> byCode(RoundCode code) {
        return store.read(code).map(this::inOrder);
    }

    /** Those whose window takes applications at that instant, the one that ends first before the others. */
    @Transactional(readOnly = true)
    public List<Round> open(Instant at) {
        return published().stream()
                .filter(round -> round.isOpen(at))
                .sorted(Comparator.comparing(round -> round.window().closesOn()))
                .toList();
    }

    /** All that the public may see, newest first. */
    @Transactional(readOnly = true)
    public List<Round> published() {
        return store.all().stream().filter(Round::isPublic).map(this::inOrder).toList();
    }

    /** The titles of all that the public may see, newest first. */
    public Map<RoundCode, BilingualText> publishedTitles() {
        return store.publishedTitles();
    }

    /** Drafts too, newest first. */
    @Transactional(readOnly = true)
    public List<Round> all(Actor officer) {
        requireOfficer(officer);
        return store.all().stream().map(this::inOrder).toList();
    }

    /** Whether this person runs rounds: an officer of 教育厅, the lead department. */
    public boolean mayRun(Actor actor) {
        return actor.is(Role.PROVINCIAL_OFFICER)
                && actor.organisationName().equals(Department.EDUCATION.organisationName());
    }

    /** What not even a draft may be saved with; the paths are the fields of the round's page. */
    public static List<FieldProblem> unsaveable(RoundContent content) {
        return RoundGuards.selectionProblems(content);
    }

    /** A new draft; its code is the year of its first day and the year's next number. */
    public Round create(Actor officer, RoundContent content) {
        requireOfficer(officer);
        return insert(content);
    }

    public RoundChange edit(Actor officer, RoundCode code, int version, RoundContent content) {
        requireOfficer(officer);
        Round round = existing(code);
        if (round.state() != RoundState.DRAFT) {
            return RoundChange.Refused.because("", "programme.round.problem.notDraft");
        }
        if (round.version() != version) {
            return RoundChange.Refused.because("", "programme.round.problem.changedInBetween");
        }
        requireKnown(content);
        requireSaveable(content);
        round.edit(content);
        store.update(round);
        store.replaceProgrammes(round);
        store.writeSelectionDays(round);
        record("round.edited", round, Map.of());
        return changed(code);
    }

    /** What keeps the draft from being published now; empty when nothing does. */
    @Transactional(readOnly = true)
    public List<FieldProblem> problems(RoundCode code) {
        return RoundGuards.problems(existing(code).content(), clock.instant());
    }

    public RoundChange publish(Actor officer, RoundCode code) {
        requireOfficer(officer);
        Round round = existing(code);
        if (round.state() != RoundState.DRAFT) {
            return RoundChange.Refused.because("", "programme.round.problem.notDraft");
        }
        List<FieldProblem> problems = RoundGuards.problems(round.content(), clock.instant());
        if (!problems.isEmpty()) {
            return new RoundChange.Refused(problems);
        }
        publish(round, clock.instant());
        return changed(code);
    }

    /** Puts the end of a window that has not ended later. */
    public RoundChange moveEnd(Actor officer, RoundCode code, LocalDate to, String reason) {
        requireOfficer(officer);
        Round round = existing(code);
        if (!round.canMoveEnd(clock.instant())) {
            return RoundChange.Refused.because("closesOn", "programme.round.problem.windowEnded");
        }
        LocalDate from = round.window().closesOn();
        if (!to.isAfter(from)) {
            return RoundChange.Refused.because("closesOn", "programme.round.problem.onlyLater");
        }
        if (reason.isBlank()) {
            return RoundChange.Refused.because("reason", "programme.round.problem.missing");
        }
        round.moveEnd(to, reason.strip(), clock.instant());
        store.update(round);
        store.insertMove(code, round.moves().get(round.moves().size() - 1));
        record(
                "round.windowMoved",
                round,
                Map.of("from", from.toString(), "to", to.toString(), "reason", reason.strip()));
        events.publishEvent(new WindowMoved(code, from, to, reason.strip()));
        timers.reset(code);
        return changed(code);
    }

    /** Called when the window's time has come; the second call does nothing. */
    public void windowOpens(RoundCode code) {
        Round round = existing(code);
        if (round.state() == RoundState.PUBLISHED) {
            round.open();
            store.update(round);
            record("round.opened", round, Map.of());
            events.publishEvent(new RoundOpened(code));
        }
    }

    /** Called when the window has ended; the second call does nothing. */
    public void windowCloses(RoundCode code) {
        Round round = existing(code);
        if (round.state() == RoundState.OPEN) {
            round.close();
            store.update(round);
            record("round.closed", round, Map.of());
            events.publishEvent(new RoundClosed(code));
        }
    }

    /** Whether a contest decides on any of its programmes. */
    @Transactional(readOnly = true)
    public boolean holdsSelection(RoundCode code) {
        return existing(code).programmes().stream().anyMatch(RoundProgramme::competitive);
    }

    Round insert(RoundContent content) {
        requireKnown(content);
        requireSaveable(content);
        int year = content.window().opensOn().getYear();
        Round round = Round.draft(new RoundCode(year + "-" + store.nextNumberOf(year)), content);
        store.insert(round);
        record("round.created", round, Map.of());
        return round;
    }

    void publish(Round round, Instant at) {
        round.publish(at);
        store.update(round);
        record(
                "round.published",
                round,
                Map.of(
                        "opensOn",
                        round.window().opensOn().toString(),
                        "closesOn",
                        round.window().closesOn().toString(),
                        "programmes",
                        round.programmes().size()));
        events.publishEvent(new RoundPublished(round.code()));
        timers.start(round.code());
    }

    private void requireOfficer(Actor actor) {
        if (!mayRun(actor)) {
            throw new AccessDeniedException("Rounds are run by 教育厅's officers");
        }
    }

    private static void requireSaveable(RoundContent content) {
        if (!unsaveable(content).isEmpty()) {
            throw new IllegalArgumentException("Limits that are not allowed: " + unsaveable(content));
        }
    }

    private void requireKnown(RoundContent content) {
        content.programmes().forEach(each -> packs.programme(each.programme()));
    }

    private Round existing(RoundCode code) {
        return store.find(code).orElseThrow(() -> new NoSuchElementException("No round " + code));
    }

    private RoundChange changed(RoundCode code) {
        return new RoundChange.Changed(inOrder(existing(code)));
    }

    private void record(String action, Round round, Map<String, ?> details) {
        audit.record(AuditEntry.of(action, "round", round.code().value(), details));
    }

    /** The programmes in the order of their short codes. */
    private Round inOrder(Round round) {
        return round.sorted(Comparator.comparing(
                each -> packs.find(each.programme()).map(Programme::shortCode).orElse("99")));
    }
}
