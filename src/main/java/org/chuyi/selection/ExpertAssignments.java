package org.chuyi.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.application.JudgedParticipants.Judged;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.AccountId;
import org.chuyi.selection.ExpertAssignment.Judge;
import org.chuyi.selection.ExpertAssignment.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 分配评审任务: who scores which application, by the draw's seed. A handful of statements however many. */
@Service
@Transactional
public class ExpertAssignments {

    private final JdbcClient jdbc;
    private final Contests contests;
    private final ContestFields fields;
    private final ExpertSeats seats;
    private final ExpertDraws draws;
    private final Experts experts;
    private final Recusals recusals;
    private final AuditTrail audit;

    ExpertAssignments(
            JdbcClient jdbc,
            Contests contests,
            ContestFields fields,
            ExpertSeats seats,
            ExpertDraws draws,
            Experts experts,
            Recusals recusals,
            AuditTrail audit) {
        this.jdbc = jdbc;
        this.contests = contests;
        this.fields = fields;
        this.seats = seats;
        this.draws = draws;
        this.experts = experts;
        this.recusals = recusals;
        this.audit = audit;
    }

    /** What became of it. */
    public enum Result {
        ASSIGNED,
        /** Some application has fewer experts who may judge it than the draw asked for; nothing was changed. */
        PANEL_TOO_SMALL
    }

    /** An application that too few of the panel may judge. */
    public record Shortage(String number, String city, int able, int needed) {}

    /** The second call does nothing. */
    public Result assign(ContestKey key) {
        if (contests.lock(key).state() != Contest.State.INVITING) {
            return Result.ASSIGNED;
        }
        ExpertDraw draw = draws.find(key).orElseThrow();
        int perEntry = draw.conditions().perEntry();
        Panel panel = panel(key);
        List<Task> tasks = panel.tasks();
        if (!ExpertAssignment.shortOf(tasks, perEntry).isEmpty()) {
            return Result.PANEL_TOO_SMALL;
        }
        var sheets = ExpertAssignment.assign(draw.seed(), perEntry, panel.judges(), tasks);
        add(key, sheets);
        contests.to(key, Contest.State.SCORING);
        audit.record(AuditEntry.of(
                "contest.applicationsAssigned",
                "contest",
                key.toString(),
                Map.of("applications", tasks.size(), "experts", panel.judges().size(), "perEntry", perEntry)));
        return Result.ASSIGNED;
    }

    /** What keeps the panel from judging everything; nothing as long as a seat is not taken. */
    @Transactional(readOnly = true)
    public List<Shortage> shortages(ContestKey key) {
        return draws.find(key)
                .filter(draw -> seats.open(key).isEmpty())
                .map(draw -> {
                    int needed = draw.conditions().perEntry();
                    Panel panel = panel(key);
                    Map<String, String> cities = panel.field().entries().stream()
                            .collect(Collectors.toMap(entry -> entry.number().value(), Judged::city));
                    return ExpertAssignment.shortOf(panel.tasks(), needed).stream()
                            .map(each -> new Shortage(each.number(), cities.get(each.number()), each.able(), needed))
                            .toList();
                })
                .orElse(List.of());
    }

    /** Those who have taken their seats, and who competes. */
    private record Panel(ContestField field, List<Judge> judges, Map<Long, Expert> bySeat, Set<Long> barred) {

        List<Task> tasks() {
            return field.entries().stream()
                    .map(entry ->
                            new Task(entry.number().value(), Specialty.ofApplication(entry.majors()), mayJudge(entry)))
                    .toList();
        }

        private Set<Long> mayJudge(Judged entry) {
            return bySeat.entrySet().stream()
                    .filter(seat -> !barred.contains(seat.getKey()))
                    .filter(seat -> field.mayJudge(seat.getValue().city(), entry))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private Panel panel(ContestKey key) {
        ContestField field = fields.of(key);
        Map<AccountId, Expert> known =
                experts.all().stream().collect(Collectors.toMap(Expert::account, expert -> expert));
        var declared = recusals.declared(key);
        Map<Long, Expert> bySeat = new java.util.TreeMap<>();
        seats.of(key).stream()
                .filter(seat -> seat.state() == ExpertSeat.State.ACCEPTED)
                .forEach(seat -> bySeat.put(seat.id(), known.get(seat.expert().orElseThrow())));
        Set<Long> barred = bySeat.entrySet().stream()
                .filter(seat -> isBarred(
                        seat.getValue(),
                        field,
                        declared.getOrDefault(seat.getValue().account(), Set.of())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Judge> judges = bySeat.entrySet().stream()
                .map(seat -> new Judge(
                        seat.getKey(), seat.getValue().login(), seat.getValue().specialties()))
                .toList();
        return new Panel(field, judges, bySeat, barred);
    }

    /** The draw and the invitation saw to it; looked at once more, since this is where it would do harm. */
    private static boolean isBarred(
            Expert expert, ContestField field, Set<org.chuyi.organisation.OrganisationId> declared) {
        return field.isApplicant(expert.employer()) || field.isPartner(expert.employer()) || field.competes(declared);
    }

    private void add(ContestKey key, Map<String, Set<Long>> sheets) {
        List<Long> seatIds = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        sheets.forEach((number, judges) -> judges.stream().sorted().forEach(seat -> {
            seatIds.add(seat);
            numbers.add(number);
        }));
        jdbc.sql("""
                        insert into score_sheet (contest_key, seat_id, number, state)
                        select :contest, seat, number, 'OPEN'
                        from unnest(cast(:seats as bigint[]), cast(:numbers as text[])) s(seat, number)
                        on conflict do nothing""")
                .param("contest", key.toString())
                .param("seats", seatIds.toArray(Long[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .update();
    }
}
