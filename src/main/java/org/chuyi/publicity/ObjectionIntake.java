package org.chuyi.publicity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.programme.RoundCode;
import org.chuyi.shared.Sha256;
import org.chuyi.shared.WorkCalendar;
import org.chuyi.workflow.Cases;
import org.chuyi.workflow.form.SealedText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes objections from the public, and lets each objector see what became of hers. */
@Service
public class ObjectionIntake {

    private static final String LETTERS = "BCDFGHJKLMNPQRTVWXYZ346789";
    private static final int RECEIPT_LENGTH = 16;

    private final PublicityLists lists;
    private final Objections objections;
    private final Cases cases;
    private final SealedText sealed;
    private final AuditTrail audit;
    private final Clock clock;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    ObjectionIntake(
            PublicityLists lists,
            Objections objections,
            Cases cases,
            SealedText sealed,
            AuditTrail audit,
            Clock clock,
            ObjectMapper json) {
        this.lists = lists;
        this.objections = objections;
        this.cases = cases;
        this.sealed = sealed;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /** What became of the wish to object. */
    public sealed interface Raising {
        /** @param receipt shown once; with it the objector asks what became of it */
        record Raised(String key, String receipt) implements Raising {}

        /** @param problems message keys by field */
        record Refused(Map<String, String> problems) implements Raising {}

        /** The list is not, or no longer, open to objections. */
        record TooLate() implements Raising {}
    }

    /** What keeps it from being raised, before its file is stored. */
    @Transactional(readOnly = true)
    public Map<String, String> problems(RoundCode round, NewObjection wanted) {
        return lists.last(round)
                .map(list -> ObjectionRules.problems(wanted, list, WorkCalendar.dayOf(clock.instant())))
                .orElse(Map.of());
    }

    @Transactional
    public Raising raise(RoundCode round, NewObjection wanted) {
        Optional<PublicityList> list = lists.lockLast(round);
        Instant now = clock.instant();
        if (list.filter(shown -> shown.takesObjections(now)).isEmpty()) {
            return new Raising.TooLate();
        }
        Map<String, String> problems = ObjectionRules.problems(wanted, list.get(), WorkCalendar.dayOf(now));
        if (!problems.isEmpty()) {
            return new Raising.Refused(problems);
        }
        int number = objections.nextNumber(round);
        String key = PublicityKeys.ofObjection(round, number);
        String receipt = receipt();
        objections.add(
                new Objection(
                        key,
                        round,
                        list.get().version(),
                        wanted.kind(),
                        wanted.about(),
                        wanted.grounds(),
                        wanted.kind() == Objection.Kind.ANONYMOUS ? "" : sealed.seal(write(wanted.objector()), key),
                        wanted.file(),
                        Objection.State.RAISED,
                        now,
                        "",
                        List.of(),
                        "",
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                number,
                Sha256.of(receipt).hex());
        cases.start(ObjectionProcess.KEY, key, Optional.empty(), Map.of());
        audit.record(AuditEntry.of(
                "objection.raised",
                "objection",
                key,
                Map.of("kind", wanted.kind().name(), "list", list.get().version())));
        return new Raising.Raised(key, receipt);
    }

    /** What became of the objection with that receipt. */
    @Transactional(readOnly = true)
    public Optional<Objection> byReceipt(String receipt) {
        String typed = receipt.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        return typed.length() == RECEIPT_LENGTH
                ? objections.byReceipt(Sha256.of(typed).hex())
                : Optional.empty();
    }

    private String receipt() {
        return random.ints(RECEIPT_LENGTH, 0, LETTERS.length())
                .mapToObj(at -> String.valueOf(LETTERS.charAt(at)))
                .collect(Collectors.joining());
    }

    private String write(Objector objector) {
        try {
            return json.writeValueAsString(objector);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
