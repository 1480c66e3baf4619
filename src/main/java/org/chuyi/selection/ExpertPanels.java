package org.chuyi.selection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.selection.ExpertInvitations.Answer;
import org.chuyi.selection.ExpertInvitations.Appointment;
import org.chuyi.selection.ExpertInvitations.Origin;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 评审组: the seats of a panel, from the draw until each is taken. Changes to one panel go one after the other. */
@Service
@Transactional
public class ExpertPanels {

    private final Contests contests;
    private final ContestFields fields;
    private final ExpertSeats seats;
    private final ExpertInvitations invitations;
    private final ExpertDraws draws;
    private final DrawPool pool;
    private final Recusals recusals;
    private final Experts experts;
    private final SelectionNotices notices;
    private final AuditTrail audit;

    ExpertPanels(
            Contests contests,
            ContestFields fields,
            ExpertSeats seats,
            ExpertInvitations invitations,
            ExpertDraws draws,
            DrawPool pool,
            Recusals recusals,
            Experts experts,
            SelectionNotices notices,
            AuditTrail audit) {
        this.contests = contests;
        this.fields = fields;
        this.seats = seats;
        this.invitations = invitations;
        this.draws = draws;
        this.pool = pool;
        this.recusals = recusals;
        this.experts = experts;
        this.notices = notices;
        this.audit = audit;
    }

    /** The answer to an invitation as the process goes on by it. */
    public enum Reply {
        ACCEPTED,
        DECLINED,
        /** Would take the seat, but an interest that she declares bars her from this contest. */
        RECUSED
    }

    /** Somebody whom the officer names. */
    public record Named(String login, String because) {}

    void seat(ContestKey contest, List<DrawAlgorithm.Place> places, Instant at) {
        places.forEach(place -> place.seat().ifPresent(specialty -> {
            AccountId expert = place.expert().account();
            long seat = seats.add(contest, place.position(), specialty.name(), expert);
            invitations.add(seat, expert, Origin.DRAWN, Optional.empty(), at);
        }));
    }

    /** An interest in anybody who competes bars from the whole contest, since all the others are its competitors. */
    public Reply accept(long seatId, List<OrganisationId> interests, Instant at) {
        ExpertSeat seat = locked(seatId);
        AccountId expert = seat.expert().orElseThrow();
        recusals.declare(seat.contest(), expert, interests, at);
        if (!interests.isEmpty() && fields.of(seat.contest()).competes(interests)) {
            leave(seat, Answer.RECUSED, "", at);
            notices.recused(expert, seat.contest());
            return Reply.RECUSED;
        }
        invitations.answer(seatId, Answer.ACCEPTED, "", at);
        seats.change(seatId, seat.expert(), ExpertSeat.State.ACCEPTED);
        record("contest.invitationAccepted", seat, Map.of("interests", interests.size()));
        return Reply.ACCEPTED;
    }

    public Reply decline(long seatId, String reason, Instant at) {
        leave(locked(seatId), Answer.DECLINED, reason, at);
        return Reply.DECLINED;
    }

    /**
     * Asks the next of the draw's order: who stands by, was not asked before, fits the seat and can be drawn now. An
     * invitation that is still open has lapsed.
     *
     * @return false when nobody is left
     */
    public boolean replace(long seatId, Instant at) {
        ExpertSeat seat = locked(seatId);
        if (seat.state() == ExpertSeat.State.INVITED) {
            AccountId late = seat.expert().orElseThrow();
            leave(seat, Answer.LAPSED, "", at);
            notices.lapsed(late, seat.contest());
        }
        Optional<AccountId> next = nextFor(seat, at);
        next.ifPresent(expert -> {
            invite(seat, expert, Origin.REPLACEMENT, Optional.empty(), at);
            record("contest.expertReplaced", seat, Map.of("expert", loginOf(expert)));
        });
        return next.isPresent();
    }

    /** Somebody of the pool, named by the officer for a vacant seat. Recusal holds; that she has many panels does not. */
    public List<FieldProblem> appoint(long seatId, Named named, Actor officer, Instant at) {
        ExpertSeat seat = locked(seatId);
        List<FieldProblem> problems = problemsOf(seat.contest(), List.of(named), "", at);
        if (problems.isEmpty()) {
            AccountId expert = experts.find(login(named)).orElseThrow().account();
            invite(
                    seat,
                    expert,
                    Origin.APPOINTED,
                    Optional.of(new Appointment(officer.account(), named.because())),
                    at);
            record("contest.expertAppointed", seat, Map.of("expert", login(named), "reason", named.because()));
        }
        return problems;
    }

    /** More seats, for the named. */
    public List<FieldProblem> supplement(ContestKey contest, List<Named> named, Actor officer, Instant at) {
        contests.lock(contest);
        List<FieldProblem> problems = problemsOf(contest, named, "experts", at);
        if (problems.isEmpty()) {
            int position = seats.of(contest).size();
            for (Named each : named) {
                AccountId expert = experts.find(login(each)).orElseThrow().account();
                long seat = seats.add(contest, ++position, Specialty.GENERAL.name(), expert);
                var appointment = new Appointment(officer.account(), each.because());
                invitations.add(seat, expert, Origin.APPOINTED, Optional.of(appointment), at);
                record(
                        "contest.panelSupplemented",
                        seats.get(seat),
                        Map.of("expert", login(each), "reason", each.because()));
            }
        }
        return problems;
    }

    private Optional<AccountId> nextFor(ExpertSeat seat, Instant at) {
        ExpertDraw draw = draws.find(seat.contest()).orElseThrow();
        Map<AccountId, DrawCandidate> now = pool.of(seat.contest(), fields.of(seat.contest()), at).stream()
                .collect(Collectors.toMap(DrawCandidate::account, candidate -> candidate));
        Set<AccountId> asked = invitations.asked(seat.contest());
        Specialty specialty = Specialty.valueOf(seat.stratum());
        List<DrawCandidate> sitting = seats.of(seat.contest()).stream()
                .filter(other -> other.id() != seat.id())
                .flatMap(other -> other.expert().stream())
                .map(now::get)
                .toList();
        return draw.places().stream()
                .map(place -> now.get(place.expert().account()))
                .filter(candidate -> !asked.contains(candidate.account()))
                .filter(DrawCandidate::isEligible)
                .filter(candidate -> candidate.fits(specialty))
                .filter(candidate -> hasRoomForCity(candidate, sitting, draw.conditions()))
                .map(DrawCandidate::account)
                .findFirst();
    }

    private static boolean hasRoomForCity(
            DrawCandidate candidate, List<DrawCandidate> sitting, DrawConditions conditions) {
        long same = sitting.stream()
                .filter(other -> other.city().equals(candidate.city()))
                .count();
        return !conditions.limitedCities().contains(candidate.city()) || same < conditions.mostOfACity();
    }

    private List<FieldProblem> problemsOf(ContestKey contest, List<Named> named, String rows, Instant at) {
        Map<String, DrawCandidate> now = pool.of(contest, fields.of(contest), at).stream()
                .collect(Collectors.toMap(DrawCandidate::login, candidate -> candidate));
        Set<AccountId> sitting = seats.of(contest).stream()
                .flatMap(seat -> seat.expert().stream())
                .collect(Collectors.toSet());
        Set<String> before = new java.util.HashSet<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (int at0 = 0; at0 < named.size(); at0++) {
            String path = rows.isEmpty() ? "expert" : rows + "[" + at0 + "].expert";
            String login = login(named.get(at0));
            Optional<DrawCandidate> candidate = Optional.ofNullable(now.get(login));
            if (candidate.isEmpty()) {
                problems.add(FieldProblem.of(
                        path,
                        "",
                        "selection.appoint.problem.unknown",
                        named.get(at0).login()));
            } else if (sitting.contains(candidate.get().account()) || !before.add(login)) {
                problems.add(FieldProblem.of(path, "", "selection.appoint.problem.sitsAlready", login));
            } else {
                candidate.get().grounds().stream()
                        .filter(ground -> ground != DrawGround.BUSY)
                        .findFirst()
                        .ifPresent(ground -> problems.add(FieldProblem.of(
                                path, "", "selection.appoint.problem.barred", login, ground.message())));
            }
        }
        return problems;
    }

    private void invite(
            ExpertSeat seat, AccountId expert, Origin origin, Optional<Appointment> appointment, Instant at) {
        seats.change(seat.id(), Optional.of(expert), ExpertSeat.State.INVITED);
        invitations.add(seat.id(), expert, origin, appointment, at);
    }

    private void leave(ExpertSeat seat, Answer answer, String reason, Instant at) {
        invitations.answer(seat.id(), answer, reason, at);
        seats.change(seat.id(), Optional.empty(), ExpertSeat.State.VACANT);
        record(
                "contest.invitationNotTaken",
                seat,
                Map.of("answer", answer.name(), "expert", loginOf(seat.expert().orElseThrow())));
    }

    /** The suggestion's text begins with the login; the name in brackets behind it is for the eye. */
    private static String login(Named named) {
        return named.login().strip().split("[\\s（(]", 2)[0].toLowerCase(java.util.Locale.ROOT);
    }

    private String loginOf(AccountId expert) {
        return experts.find(expert).map(Expert::login).orElse("");
    }

    private ExpertSeat locked(long seatId) {
        contests.lock(seats.get(seatId).contest());
        return seats.get(seatId);
    }

    private void record(String action, ExpertSeat seat, Map<String, ?> details) {
        Map<String, Object> all = new java.util.LinkedHashMap<>(details);
        all.put("seat", seat.position());
        audit.record(AuditEntry.of(action, "contest", seat.contest().toString(), all));
    }
}
