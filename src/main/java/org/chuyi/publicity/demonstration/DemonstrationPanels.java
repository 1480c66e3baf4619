package org.chuyi.publicity.demonstration;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.chuyi.application.demonstration.DemonstrationFiling;
import org.chuyi.organisation.Accounts;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.PolicyPacks;
import org.chuyi.programme.ScoreSheetForm;
import org.chuyi.selection.ContestKey;
import org.chuyi.selection.ExpertSeats;
import org.chuyi.selection.ScoreDesk;
import org.chuyi.selection.ScoreSheet;
import org.chuyi.selection.Scoring;
import org.chuyi.selection.demonstration.ExampleScores;
import org.chuyi.workflow.DueJobs;
import org.chuyi.workflow.TaskInbox;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Draws the demonstration's panels and has them score. */
@Component
@ConditionalOnBooleanProperty("chuyi.demo")
class DemonstrationPanels {

    /** Whose desk the demonstration shows: she is drawn with the three others of her specialty. */
    private static final String NAMED = "expert";

    private static final int OF_HER_SPECIALTY = 4;
    private static final int BEST = 94;
    private static final int STEP = 4;

    private final DemonstrationFiling people;
    private final Accounts accounts;
    private final ExpertSeats seats;
    private final ScoreDesk desk;
    private final Scoring scoring;
    private final PolicyPacks packs;
    private final TaskInbox inbox;
    private final DueJobs jobs;

    DemonstrationPanels(
            DemonstrationFiling people,
            Accounts accounts,
            ExpertSeats seats,
            ScoreDesk desk,
            Scoring scoring,
            PolicyPacks packs,
            TaskInbox inbox,
            DueJobs jobs) {
        this.people = people;
        this.accounts = accounts;
        this.seats = seats;
        this.desk = desk;
        this.scoring = scoring;
        this.packs = packs;
        this.inbox = inbox;
        this.jobs = jobs;
    }

    /** Scored by all, discussed, ranked and confirmed. */
    void scored(ContestKey contest, int panel, int perEntry) {
        drawn(contest, panel, perEntry);
        score(contest, sheet -> true);
        eachWhoMust(contest, Map.of("independent", true));
        eachWhoMust(contest, Map.of("decision", "finished", "summary", "各专家评分接近，合议一致。"));
        jobs.run();
        people.complete(contest.toString(), "province", Map.of("decision", "confirmed", "opinion", "排序和入选线核对无误。"));
    }

    /** All but one sheet of the named expert are submitted. */
    void scoredButForTheNamedExpert(ContestKey contest) {
        drawn(contest, OF_HER_SPECIALTY, OF_HER_SPECIALTY - 1);
        var hers = desk.panel(contest, people.actor(NAMED)).next();
        score(contest, sheet -> hers.filter(sheet::equals).isEmpty());
    }

    void countersigned(ContestKey contest, String... officers) {
        for (String officer : officers) {
            people.complete(contest.toString(), officer, Map.of("decision", "approve", "opinion", "同意。"));
        }
    }

    private void drawn(ContestKey contest, int panel, int perEntry) {
        people.complete(
                contest.toString(),
                "province",
                Map.of("panelSize", panel, "perEntry", perEntry, "shares", "applications"));
        jobs.run();
        eachWhoMust(contest, Map.of("decision", "accepted", "hasInterest", "no", "confidential", true));
        jobs.run();
    }

    private void score(ContestKey contest, Predicate<ScoreSheet> wanted) {
        ScoreSheetForm form = packs.programme(contest.programme()).scoreSheet().orElseThrow();
        for (Actor expert : panel(contest)) {
            desk.panel(contest, expert).sheets().stream()
                    .filter(ScoreSheet::isOpen)
                    .filter(wanted)
                    .forEach(sheet -> {
                        var result = scoring.submit(
                                sheet.id(), expert, sheet.revision(), ExampleScores.of(form, percent(sheet, expert)));
                        if (!(result instanceof Scoring.Result.Submitted)) {
                            throw new IllegalStateException(sheet.id() + ": " + result);
                        }
                    });
        }
    }

    /** The earlier an application was begun, the better; and the experts differ a little. */
    private static int percent(ScoreSheet sheet, Actor expert) {
        String number = sheet.number().value();
        int place = number.charAt(number.length() - 1) - '0';
        return BEST - STEP * place - Math.floorMod(expert.login().hashCode(), STEP);
    }

    private void eachWhoMust(ContestKey contest, Map<String, Object> answers) {
        for (Actor expert : panel(contest)) {
            if (inbox.openTaskOf(contest.toString(), expert).isPresent()) {
                people.complete(contest.toString(), expert.login(), answers);
            }
        }
    }

    private List<Actor> panel(ContestKey contest) {
        return seats.of(contest).stream()
                .flatMap(seat -> seat.expert().stream())
                .map(account -> accounts.find(account).orElseThrow().login())
                .map(people::actor)
                .toList();
    }
}
