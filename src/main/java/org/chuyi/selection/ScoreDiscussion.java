package org.chuyi.selection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.audit.AuditEntry;
import org.chuyi.audit.AuditTrail;
import org.chuyi.notification.Notifications;
import org.chuyi.organisation.Actor;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.OpenTasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 合议: the panel's leader looks at how far apart the experts are, may open the discussion, and ends the scoring or asks
 * for another round. Nobody sees another's score unless she has opened it, and not after she has ended it.
 */
@Service
@Transactional
public class ScoreDiscussion {

    private static final int PAGE = 50;

    private final ScoreDiscussions discussions;
    private final ScoreReopening reopening;
    private final ExpertSeats seats;
    private final ScoreForms forms;
    private final AggregationTable rules;
    private final OpenTasks tasks;
    private final Notifications notifications;
    private final AuditTrail audit;
    private final Clock clock;

    ScoreDiscussion(
            ScoreDiscussions discussions,
            ScoreReopening reopening,
            ExpertSeats seats,
            ScoreForms forms,
            AggregationTable rules,
            OpenTasks tasks,
            Notifications notifications,
            AuditTrail audit,
            Clock clock) {
        this.discussions = discussions;
        this.reopening = reopening;
        this.seats = seats;
        this.forms = forms;
        this.rules = rules;
        this.tasks = tasks;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a member of the panel sees.
     *
     * @param task the leader's task, where she is the leader and it is open
     * @param experts positions of the seats, for the columns; empty while the discussion is not open
     * @param more whether a page follows
     */
    public record View(
            ContestKey contest,
            boolean blind,
            Optional<InboxTask> task,
            boolean open,
            int ownPosition,
            List<Integer> experts,
            List<Line> lines,
            boolean more) {}

    /**
     * @param label code, or number where names are not hidden
     * @param code place in the order of lines
     * @param scores by position of the seat; empty while the discussion is not open
     * @param figures mean, median and what was dropped; empty while it is not open
     */
    public record Line(
            String label,
            String code,
            int count,
            int spread,
            boolean alarm,
            Map<Integer, Integer> scores,
            Optional<Aggregate> figures) {}

    /** Empty for who has no seat in it. Who does not lead sees nothing before it is open. */
    @Transactional(readOnly = true)
    public Optional<View> view(ContestKey contest, Actor actor, int afterSpread, String afterCode) {
        var seat = seats.takenBy(actor.account(), contest);
        if (seat.isEmpty()) {
            return Optional.empty();
        }
        boolean open = discussions.isOpen(contest);
        var task = leadersTask(contest, actor);
        List<Line> lines = open
                ? withScores(contest, afterSpread, afterCode)
                : task.isPresent() ? spreads(contest, afterSpread, afterCode) : List.of();
        return Optional.of(new View(
                contest,
                forms.isBlind(contest),
                task,
                open,
                seat.get().position(),
                open ? seats.of(contest).stream().map(ExpertSeat::position).toList() : List.of(),
                lines.subList(0, Math.min(PAGE, lines.size())),
                lines.size() > PAGE));
    }

    private List<Line> spreads(ContestKey contest, int afterSpread, String afterCode) {
        boolean blind = forms.isBlind(contest);
        Map<Integer, AggregationRule> known = new java.util.HashMap<>();
        return discussions.spreads(contest, afterSpread, afterCode).stream()
                .map(row -> new Line(
                        blind ? row.code() : row.number(),
                        row.code(),
                        row.scores(),
                        row.spread(),
                        row.spread()
                                > known.computeIfAbsent(row.scores(), rules::ruleFor)
                                        .alarmAbove(),
                        Map.of(),
                        Optional.empty()))
                .toList();
    }

    private List<Line> withScores(ContestKey contest, int afterSpread, String afterCode) {
        boolean blind = forms.isBlind(contest);
        Map<Integer, AggregationRule> known = new java.util.HashMap<>();
        List<Line> lines = new ArrayList<>();
        for (var row : discussions.scores(contest, afterSpread, afterCode)) {
            var rule = known.computeIfAbsent(row.totals().size(), rules::ruleFor);
            var figures = Aggregation.of(row.totals(), rule);
            Map<Integer, Integer> scores = new java.util.HashMap<>();
            for (int at = 0; at < row.positions().size(); at++) {
                scores.put(row.positions().get(at), row.totals().get(at));
            }
            lines.add(new Line(
                    blind ? row.code() : row.number(),
                    row.code(),
                    row.totals().size(),
                    row.spread(),
                    figures.alarm(),
                    scores,
                    Optional.of(figures)));
        }
        return lines;
    }

    private Optional<InboxTask> leadersTask(ContestKey contest, Actor actor) {
        return tasks.of(contest.toString(), ContestProcess.LEAD_DISCUSSION).stream()
                .filter(task -> task.isOfferedTo(actor))
                .findFirst();
    }

    /** @return false for who does not lead, or not now */
    public boolean open(ContestKey contest, Actor actor) {
        if (leadersTask(contest, actor).isEmpty()) {
            return false;
        }
        if (discussions.open(contest, actor.account(), clock.instant())) {
            audit.record(AuditEntry.of("discussion.opened", "contest", contest.toString()));
            var names = forms.programme(contest).names();
            notifications.tell(
                    seats.of(contest).stream()
                            .filter(seat -> seat.state() == ExpertSeat.State.ACCEPTED)
                            .flatMap(seat -> seat.expert().stream())
                            .filter(expert -> !expert.equals(actor.account()))
                            .collect(Collectors.toList()),
                    "discussionOpened",
                    Map.of("title", Map.of("zh", names.zh(), "en", names.en())),
                    "/scoring/" + contest + "/discussion");
        }
        return true;
    }

    /** The leader's word: the scoring is over, or these sheets are scored again. */
    public void end(CompletedTask task) {
        ContestKey contest = ContestKey.of(task.businessKey());
        boolean again = task.text("decision").equals("rescore");
        String summary = task.text("summary");
        if (again) {
            reopening.reopen(contest, Rescoring.Step.DISCUSSION, task, summary);
        }
        discussions.report(
                contest, again ? "RESCORE" : "FINISHED", summary, task.actor().account(), task.at());
        discussions.close(contest, task.at());
        audit.record(AuditEntry.of(
                "discussion.ended", "contest", contest.toString(), Map.of("outcome", again ? "rescore" : "finished")));
    }
}
