package org.chuyi.selection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chuyi.application.LeadDepartment;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Account;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Role;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.workflow.Cases;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A contest's draw for those who answer for it: 教育厅's officers and leader, and the auditor. */
@Service
public class DrawViews {

    private static final int MOST_SHORTAGES = 50;

    private final Contests contests;
    private final ExpertDrawing drawing;
    private final ExpertDraws draws;
    private final DrawRequests requests;
    private final Cases cases;
    private final ExpertInvitations invitations;
    private final ExpertAssignments assignments;
    private final DrawRepetition repetition;
    private final Experts experts;
    private final Accounts accounts;
    private final PolicyPacks packs;
    private final LeadDepartment leadDepartment;
    private final AuditTrail audit;

    DrawViews(
            Contests contests,
            ExpertDrawing drawing,
            ExpertDraws draws,
            DrawRequests requests,
            Cases cases,
            ExpertInvitations invitations,
            ExpertAssignments assignments,
            DrawRepetition repetition,
            Experts experts,
            Accounts accounts,
            PolicyPacks packs,
            LeadDepartment leadDepartment,
            AuditTrail audit) {
        this.contests = contests;
        this.drawing = drawing;
        this.draws = draws;
        this.requests = requests;
        this.cases = cases;
        this.invitations = invitations;
        this.assignments = assignments;
        this.repetition = repetition;
        this.experts = experts;
        this.accounts = accounts;
        this.packs = packs;
        this.leadDepartment = leadDepartment;
        this.audit = audit;
    }

    /** Empty when there is no such contest. */
    @Transactional(readOnly = true)
    public Optional<DrawView> find(String key, Actor actor) {
        requireReader(actor);
        return contest(key).map(this::view);
    }

    /** Draws again from the published seed and compares; that it was done stands in the record. */
    @Transactional
    public Optional<DrawRepetition.Verdict> repeat(String key, Actor actor) {
        requireReader(actor);
        var verdict =
                contest(key).flatMap(contest -> repetition.repeat(contest.key().toString()));
        verdict.ifPresent(found -> audit.record(AuditEntry.of(
                "contest.drawRepeated", "contest", key, Map.of("equal", found.equal(), "seed", found.seed()))));
        return verdict;
    }

    private Optional<Contest> contest(String key) {
        return ContestKey.isKey(key) ? contests.find(ContestKey.of(key)) : Optional.empty();
    }

    private DrawView view(Contest contest) {
        Map<AccountId, Expert> names =
                experts.all().stream().collect(Collectors.toMap(Expert::account, expert -> expert));
        return draws.find(contest.key())
                .map(draw -> drawn(contest, draw, names))
                .orElseGet(() -> prospect(contest, names));
    }

    private DrawView prospect(Contest contest, Map<AccountId, Expert> names) {
        var prospect = drawing.prospect(contest.key());
        return new DrawView(
                contest.key().toString(),
                packs.programme(contest.key().programme()).names(),
                contest.state(),
                needs(prospect.applications(), Map.of(), prospect.pool()),
                Optional.empty(),
                request(contest.key()),
                List.of(),
                List.of(),
                out(prospect.pool(), names),
                List.of(),
                List.of());
    }

    private DrawView drawn(Contest contest, ExpertDraw draw, Map<AccountId, Expert> names) {
        return new DrawView(
                contest.key().toString(),
                packs.programme(contest.key().programme()).names(),
                contest.state(),
                needs(draw.conditions().applications(), draw.conditions().seats(), draw.pool()),
                Optional.of(facts(draw)),
                DrawView.Request.DRAWN,
                standing(draw, true, names),
                standing(draw, false, names),
                out(draw.pool(), names),
                asked(contest.key()),
                contest.state() == Contest.State.INVITING
                        ? assignments.shortages(contest.key()).stream()
                                .limit(MOST_SHORTAGES)
                                .toList()
                        : List.of());
    }

    private DrawView.Request request(ContestKey contest) {
        Optional<DrawRequests.State> last = requests.last(contest);
        if (last.filter(DrawRequests.State.ASKED::equals).isPresent()) {
            return cases.isHeldUp(contest.toString()) ? DrawView.Request.HELD_UP : DrawView.Request.ASKED;
        }
        return last.map(Enum::name).map(DrawView.Request::valueOf).orElse(DrawView.Request.NONE);
    }

    private static List<DrawView.Need> needs(
            Map<Specialty, Integer> applications, Map<Specialty, Integer> seats, Collection<DrawCandidate> pool) {
        return new TreeMap<>(applications)
                .entrySet().stream()
                        .map(each -> new DrawView.Need(
                                each.getKey().message(),
                                each.getValue(),
                                seats.getOrDefault(each.getKey(), 0),
                                pool.stream()
                                        .filter(DrawCandidate::isEligible)
                                        .filter(candidate -> candidate.fits(each.getKey()))
                                        .count()))
                        .toList();
    }

    private DrawView.Drawn facts(ExpertDraw draw) {
        return new DrawView.Drawn(
                draw.seed(),
                draw.algorithm(),
                draw.conditions().panelSize(),
                draw.conditions().perEntry(),
                "selection.draw.shares." + draw.conditions().shares(),
                draw.poolSha256(),
                draw.orderSha256(),
                accounts.find(draw.drawnBy()).map(Account::name).orElse(""),
                draw.drawnAt(),
                draw.pool().size());
    }

    private static List<DrawView.Standing> standing(ExpertDraw draw, boolean seated, Map<AccountId, Expert> names) {
        return draw.places().stream()
                .filter(place -> place.seat().isPresent() == seated)
                .map(place -> new DrawView.Standing(
                        place.position(),
                        place.expert().login(),
                        names.get(place.expert().account()).name(),
                        names.get(place.expert().account()).employerName(),
                        place.seat().map(Specialty::message).orElse("")))
                .toList();
    }

    private static List<DrawView.Out> out(Collection<DrawCandidate> pool, Map<AccountId, Expert> names) {
        return pool.stream()
                .filter(candidate -> !candidate.isEligible())
                .map(candidate -> new DrawView.Out(
                        candidate.login(),
                        names.get(candidate.account()).name(),
                        names.get(candidate.account()).employerName(),
                        candidate.grounds().stream().map(DrawGround::message).toList()))
                .toList();
    }

    private List<DrawView.Asked> asked(ContestKey contest) {
        return invitations.of(contest).stream()
                .map(each -> new DrawView.Asked(
                        each.position(),
                        each.expertName(),
                        "selection.origin." + each.origin(),
                        each.appointedBecause(),
                        each.invitedAt(),
                        "selection.answer." + each.answer().map(Enum::name).orElse("OPEN"),
                        each.reason()))
                .toList();
    }

    private void requireReader(Actor actor) {
        if (!actor.holds(leadDepartment.officers())
                && !actor.holds(leadDepartment.leaders())
                && !actor.is(Role.AUDITOR)) {
            throw new AccessDeniedException("A draw is read by 教育厅 and the auditor");
        }
    }
}
