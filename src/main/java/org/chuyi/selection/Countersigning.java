package org.chuyi.selection;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.organisation.Actor;
import org.chuyi.organisation.Department;
import org.chuyi.organisation.Organisations;
import org.chuyi.organisation.Post;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.TaskRejected;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 会签: a list goes round the departments; each says what it thinks, and the rule says what follows. */
@Service
public class Countersigning {

    private final Contests contests;
    private final CountersignRounds rounds;
    private final CountersignTable table;
    private final Organisations organisations;
    private final AuditTrail audit;

    Countersigning(
            Contests contests,
            CountersignRounds rounds,
            CountersignTable table,
            Organisations organisations,
            AuditTrail audit) {
        this.contests = contests;
        this.rounds = rounds;
        this.table = table;
        this.organisations = organisations;
        this.audit = audit;
    }

    /** The first one first; the caller has checked who reads. */
    @Transactional(readOnly = true)
    public List<CountersignRound> of(ContestKey contest) {
        return rounds.of(contest);
    }

    @Transactional(readOnly = true)
    public Optional<CountersignRound> last(ContestKey contest) {
        var all = rounds.of(contest);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Begins when its first task comes up; the departments and the rule are those of this moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(ContestKey contest, java.time.Instant at) {
        Contest locked = contests.lock(contest);
        if (last(contest).filter(CountersignRound::isOpen).isEmpty()) {
            rounds.open(
                    contest,
                    locked.rankingVersion(),
                    table.rule(contest.programme()),
                    table.departments(contest.programme()),
                    at);
            contests.to(contest, Contest.State.COUNTERSIGN);
        }
    }

    /** One department's word. Two at the same moment queue for the contest, so the later one counts the earlier. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CountersignResult sign(CompletedTask task) {
        ContestKey contest = ContestKey.of(task.businessKey());
        contests.lock(contest);
        CountersignRound round = last(contest).filter(CountersignRound::isOpen).orElseThrow();
        var signature = new Countersignature(
                departmentOf(task.actor()),
                Countersignature.Decision.valueOf(task.text("decision").toUpperCase(Locale.ROOT)),
                task.text("opinion"),
                rowOpinions(task),
                task.actor().name(),
                task.at());
        requireEntries(contest, signature.rows());
        rounds.sign(round, signature, task.actor());
        audit.record(AuditEntry.of(
                "contest.countersigned",
                "contest",
                contest.toString(),
                Map.of(
                        "round", round.number(),
                        "department", signature.department().name(),
                        "decision", signature.decision().name(),
                        "rows", signature.rows().size())));
        CountersignRound now = last(contest).orElseThrow();
        CountersignResult result = now.evaluated();
        if (result != CountersignResult.OPEN) {
            rounds.close(now, result, task.at());
        }
        return result;
    }

    /** The list goes back while it is being signed: what was said stays, the round is over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void breakOff(ContestKey contest, java.time.Instant at) {
        contests.lock(contest);
        last(contest)
                .filter(CountersignRound::isOpen)
                .ifPresent(round -> rounds.close(round, CountersignResult.RETURNED, at));
    }

    /** One department's word is taken back while others still answer; its line stays. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(ContestKey contest, Actor officer, java.time.Instant at) {
        contests.lock(contest);
        rounds.withdraw(last(contest).filter(CountersignRound::isOpen).orElseThrow(), departmentOf(officer), at);
    }

    boolean hasAnswered(CountersignRound round, Post post) {
        return round.signatures().stream()
                .anyMatch(signature ->
                        organisations.department(signature.department()).id().equals(post.organisation()));
    }

    static Department departmentOf(Actor officer) {
        return Arrays.stream(Department.values())
                .filter(each -> each.organisationName().equals(officer.organisationName()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(officer.organisationName() + " is no department"));
    }

    private static List<Countersignature.RowOpinion> rowOpinions(CompletedTask task) {
        return task.rows("rows").stream()
                .map(row -> new Countersignature.RowOpinion(
                        Objects.toString(row.get("number"), "").strip(), Objects.toString(row.get("opinion"), "")))
                .toList();
    }

    private void requireEntries(ContestKey contest, List<Countersignature.RowOpinion> rows) {
        Set<String> known = contests.entries(contest).stream()
                .map(entry -> entry.number().value())
                .collect(Collectors.toCollection(HashSet::new));
        rows.stream()
                .map(Countersignature.RowOpinion::number)
                .filter(number -> !known.contains(number))
                .findFirst()
                .ifPresent(number -> {
                    throw TaskRejected.because("selection.problem.notInContest", number);
                });
    }
}
