package org.chuyi.selection;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 专家抽取: an officer asks; then it fixes the pool, makes the seed, draws by it, publishes both in the record, and opens the seats. */
@Service
@Transactional
public class ExpertDrawing {

    private static final int SEED_BYTES = 32;

    private final Contests contests;
    private final ContestFields fields;
    private final DrawPool pool;
    private final ExpertDraws draws;
    private final DrawRequests requests;
    private final ExpertPanels panels;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ExpertDrawing(
            Contests contests,
            ContestFields fields,
            DrawPool pool,
            ExpertDraws draws,
            DrawRequests requests,
            ExpertPanels panels,
            AuditTrail audit,
            Clock clock) {
        this.contests = contests;
        this.fields = fields;
        this.pool = pool;
        this.draws = draws;
        this.requests = requests;
        this.panels = panels;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param shares {@code applications} or {@code equal} */
    public record Wish(int panelSize, int perEntry, String shares) {}

    /** What became of it. */
    public sealed interface Outcome {
        record Asked() implements Outcome {}

        /** Nothing was changed; each problem says what is missing. */
        record Refused(List<FieldProblem> problems) implements Outcome {}
    }

    /** Asks for a draw, which is made right afterwards by {@link #drawAsked}; refused where none would be possible now. */
    public Outcome ask(ContestKey key, Wish wish, Actor officer, Instant at) {
        contests.lock(key);
        if (draws.isDrawn(key)) {
            return refused(FieldProblem.of("", "", "selection.draw.problem.drawn"));
        }
        if (wish.perEntry() > wish.panelSize()) {
            return refused(FieldProblem.of(
                    "perEntry", "", "selection.draw.problem.perEntry", wish.perEntry(), wish.panelSize()));
        }
        ContestField field = fields.of(key);
        List<FieldProblem> missing = PoolShortage.of(conditions(wish, field), pool.of(key, field, at));
        if (!missing.isEmpty()) {
            return new Outcome.Refused(missing);
        }
        requests.add(key, wish, officer.account(), at);
        audit.record(AuditEntry.of(
                "contest.drawAsked",
                "contest",
                key.toString(),
                Map.of("panelSize", wish.panelSize(), "perEntry", wish.perEntry(), "shares", wish.shares())));
        return new Outcome.Asked();
    }

    /**
     * Makes the draw that was asked for, in one transaction and at most once.
     *
     * @return false where the pool has become too small since, e.g. by the draw of another contest: nothing is drawn
     */
    public boolean drawAsked(ContestKey key) {
        contests.lock(key);
        draws.waitForOthers();
        Optional<DrawRequests.Request> request = requests.open(key);
        if (request.isEmpty()) {
            return draws.isDrawn(key);
        }
        Instant at = clock.instant();
        ContestField field = fields.of(key);
        DrawConditions conditions = conditions(request.get().wish(), field);
        List<DrawCandidate> candidates = pool.of(key, field, at);
        boolean possible = PoolShortage.of(conditions, candidates).isEmpty();
        if (possible) {
            drawn(key, conditions, candidates, request.get().askedBy(), at);
        }
        requests.answered(key, possible ? DrawRequests.State.DRAWN : DrawRequests.State.POOL_SHORT);
        return possible;
    }

    /** What a draw would find now, for its page. */
    @Transactional(readOnly = true)
    public Prospect prospect(ContestKey key) {
        ContestField field = fields.of(key);
        return new Prospect(field.applications(), pool.of(key, field, clock.instant()));
    }

    /** @param applications by specialty */
    record Prospect(Map<Specialty, Integer> applications, List<DrawCandidate> pool) {}

    private void drawn(
            ContestKey key, DrawConditions conditions, List<DrawCandidate> candidates, AccountId officer, Instant at) {
        String seed = seed();
        List<DrawAlgorithm.Place> places = DrawAlgorithm.draw(seed, conditions, candidates);
        var draw = new ExpertDraw(
                0,
                key,
                DrawAlgorithm.VERSION,
                seed,
                conditions,
                candidates,
                DrawChecksums.ofPool(candidates),
                places,
                DrawChecksums.ofOrder(places),
                officer,
                at);
        draws.add(draw);
        panels.seat(key, places, at);
        contests.to(key, Contest.State.INVITING);
        audit.record(AuditEntry.of("contest.expertsDrawn", "contest", key.toString(), published(draw)));
    }

    /** With these, and the stored pool that has this checksum, anyone can repeat the draw. */
    private static Map<String, Object> published(ExpertDraw draw) {
        DrawConditions conditions = draw.conditions();
        return Map.of(
                "algorithm", draw.algorithm(),
                "seed", draw.seed(),
                "panelSize", conditions.panelSize(),
                "perEntry", conditions.perEntry(),
                "shares", conditions.shares().name(),
                "seats", conditions.seats().toString(),
                "limitedCities", String.join(" ", conditions.limitedCities()),
                "poolSha256", draw.poolSha256(),
                "orderSha256", draw.orderSha256(),
                "panel",
                        draw.places().stream()
                                .filter(place -> place.seat().isPresent())
                                .map(place -> place.expert().login())
                                .collect(Collectors.joining(" ")));
    }

    private static DrawConditions conditions(Wish wish, ContestField field) {
        return new DrawConditions(
                wish.panelSize(),
                wish.perEntry(),
                wish.shares().equals("equal") ? DrawConditions.Shares.EQUAL : DrawConditions.Shares.APPLICATIONS,
                field.applications(),
                field.limitedCities());
    }

    private String seed() {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Outcome refused(FieldProblem problem) {
        return new Outcome.Refused(List.of(problem));
    }
}
