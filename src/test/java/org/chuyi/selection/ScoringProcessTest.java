package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.application.Applications;
import org.chuyi.organisation.Actor;
import org.chuyi.programme.Round;
import org.chuyi.selection.Scoring.Result;
import org.chuyi.selection.ScoringSamples.Panel;
import org.chuyi.testing.IntegrationTest;
import org.chuyi.workflow.CompletedTask;
import org.chuyi.workflow.Completion;
import org.chuyi.workflow.form.FieldProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** From the assigned sheets to the confirmed ranking, through the real process, on every path. */
@IntegrationTest
class ScoringProcessTest {

    static final String PROGRAMME = "culture-base";
    static final String FIRST = "长沙民政职业技术学院";
    static final String SECOND = "湖南大众传媒职业技术学院";

    @Autowired
    ApplicationContext beans;

    @Autowired
    ScoreDiscussion discussion;

    @Autowired
    Applications applications;

    ScoringSamples samples;
    ApplicationNumber first;
    ApplicationNumber second;
    Panel panel;

    @BeforeEach
    void aContestOfTwoApplicationsAndThreeExperts() {
        samples = new ScoringSamples(beans);
        Round round = samples.round(PROGRAMME, 1);
        first = samples.selected(round, PROGRAMME, FIRST, Map.of());
        second = samples.selected(round, PROGRAMME, SECOND, Map.of());
        panel = samples.scoring(round, PROGRAMME, 3);
    }

    @Test
    void fromScoringThroughDiscussionAndRescoringToTheConfirmedRanking() {
        scoreAll(80, 60);

        assertThat(state()).isEqualTo(Contest.State.DISCUSSION);
        assertThat(leader("finished", List.of())).isInstanceOf(Completion.Completed.class);
        samples.runJobs();

        assertThat(state()).isEqualTo(Contest.State.RANKING);
        assertThat(ranks(1)).containsExactly(first + " #1 8000", second + " #2 6000");
        assertThat(samples.sheet(panel, 0, first).state()).isEqualTo(ScoreSheet.State.LOCKED);

        assertThat(officer("rescore", List.of(Map.of("entry", second.value(), "expert", 2)), List.of(), ""))
                .isInstanceOf(Completion.Completed.class);
        assertThat(state()).isEqualTo(Contest.State.SCORING);
        assertThat(samples.task(panel, ContestProcess.SCORE_APPLICATIONS, expert(1)))
                .isPresent();
        assertThat(samples.task(panel, ContestProcess.SCORE_APPLICATIONS, expert(0)))
                .isEmpty();
        var again = samples.sheet(panel, 1, second);
        assertThat(again.state()).isEqualTo(ScoreSheet.State.OPEN);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.total()).isEmpty();
        assertThat(samples.sheets.earlierRounds(again.id()))
                .extracting("round", "total", "reason")
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, 6000, "请核实评分依据"));
        assertThat(samples.sheet(panel, 0, second).state()).isEqualTo(ScoreSheet.State.LOCKED);

        samples.submit(panel, 1, second, 90);
        samples.finish(panel, 1);
        leader("finished", List.of());
        samples.runJobs();

        assertThat(ranks(2)).containsExactly(first + " #1 8000", second + " #2 7000");
        assertThat(ranks(1)).as("the version before stays").containsExactly(first + " #1 8000", second + " #2 6000");
        assertThat(samples.rankings.find(panel.contest(), 2).orElseThrow().ruleVersion())
                .matches("1-[0-9a-f]{64}");
    }

    @Test
    void theLeaderHasExactlyTheNamedSheetsScoredAgain() {
        scoreAll(80, 60);

        String code = samples.sheet(panel, 0, first).blindCode();
        assertThat(leader("rescore", List.of(Map.of("entry", code.toLowerCase(java.util.Locale.ROOT)))))
                .isInstanceOf(Completion.Completed.class);

        assertThat(state()).isEqualTo(Contest.State.SCORING);
        for (int at = 0; at < 3; at++) {
            assertThat(samples.sheet(panel, at, first).state()).isEqualTo(ScoreSheet.State.OPEN);
            assertThat(samples.sheet(panel, at, second).state()).isEqualTo(ScoreSheet.State.SUBMITTED);
            assertThat(samples.task(panel, ContestProcess.SCORE_APPLICATIONS, expert(at)))
                    .isPresent();
        }
    }

    @Test
    void aLeaderWhoJudgesWithoutNamesFindsNothingByNumber() {
        scoreAll(80, 60);

        assertThat(leader("rescore", List.of(Map.of("entry", first.value()))))
                .isEqualTo(new Completion.Rejected(List.of(
                        FieldProblem.of("sheets[0].entry", "", "selection.problem.noSuchEntry", first.value()))));
        assertThat(samples.sheet(panel, 0, first).state()).isEqualTo(ScoreSheet.State.SUBMITTED);
        assertThat(state()).isEqualTo(Contest.State.DISCUSSION);
    }

    @Test
    void aSeatIsFinishedOnlyWhenAllItsSheetsAreSubmitted() {
        samples.submit(panel, 0, first, 80);
        String missing = samples.sheet(panel, 0, second).blindCode();

        assertThat(samples.finish(panel, 0))
                .isEqualTo(new Completion.Rejected(
                        List.of(FieldProblem.of("", "", "selection.problem.sheetsOpen", 1, missing))));

        assertThat(samples.task(panel, ContestProcess.SCORE_APPLICATIONS, expert(0)))
                .isPresent();
        samples.submit(panel, 0, second, 60);
        assertThat(samples.finish(panel, 0)).isInstanceOf(Completion.Completed.class);
    }

    @Test
    void theServerSumsUpAndChecksByTheForm() {
        var sheet = samples.sheet(panel, 0, first);
        Map<String, Object> answers = samples.answers(panel.contest(), 80);
        answers.put("venue", 15.1);

        var refused = samples.scoring.submit(sheet.id(), expert(0), sheet.revision(), answers);

        assertThat(((Result.Refused) refused).problems())
                .extracting(FieldProblem::path, FieldProblem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("venue", "form.problem.max"));
        answers.put("venue", 0.1);
        answers.put("total", 9999);
        assertThat(samples.scoring.submit(sheet.id(), expert(0), sheet.revision(), answers))
                .isInstanceOf(Result.Refused.class);
        answers.remove("total");
        assertThat(samples.scoring.submit(sheet.id(), expert(0), sheet.revision(), answers))
                .isInstanceOf(Result.Submitted.class);
        assertThat(samples.sheet(panel, 0, first).total()).contains(6810);
    }

    @Test
    void aDraftIsKeptAndTheOtherWindowIsTold() {
        var sheet = samples.sheet(panel, 0, first);

        var kept = samples.scoring.save(sheet.id(), expert(0), 0, Map.of("venue", 7));

        assertThat(((Result.Kept) kept).revision()).isEqualTo(1);
        assertThat(samples.scoring.save(sheet.id(), expert(0), 0, Map.of("venue", 1)))
                .isEqualTo(new Result.Overtaken(1, samples.clock.instant()));
        assertThat(samples.sheet(panel, 0, first).answers()).containsEntry("venue", 7);
    }

    @Test
    void anothersSheetIsNotThere() {
        var sheet = samples.sheet(panel, 1, first);
        var answers = samples.answers(panel.contest(), 80);

        assertThat(samples.scoring.find(sheet.id(), expert(0))).isEmpty();
        assertThat(samples.scoring.save(sheet.id(), expert(0), 0, answers)).isEqualTo(new Result.NotThere());
        assertThat(samples.scoring.submit(sheet.id(), expert(0), 0, answers)).isEqualTo(new Result.NotThere());
        assertThat(samples.scoring.submit(Long.MAX_VALUE, expert(0), 0, answers))
                .isEqualTo(new Result.NotThere());
        assertThat(samples.sheet(panel, 1, first)).isEqualTo(sheet);
    }

    @Test
    void whatIsSubmittedOrLockedIsNotWrittenAgain() {
        scoreAll(80, 60);
        var before = samples.sheet(panel, 0, first);
        assertThat(samples.submit(panel, 0, first, 100))
                .isEqualTo(new Result.NotOpen("selection.score.problem.submitted"));
        leader("finished", List.of());
        samples.runJobs();

        assertThat(samples.submit(panel, 0, first, 100))
                .isEqualTo(new Result.NotOpen("selection.score.problem.locked"));
        assertThat(samples.scoring.save(before.id(), expert(0), before.revision(), Map.of("venue", 1)))
                .isEqualTo(new Result.NotOpen("selection.score.problem.locked"));
        assertThat(samples.sheet(panel, 0, first).answers()).isEqualTo(before.answers());
        assertThat(samples.sheet(panel, 0, first).total()).isEqualTo(before.total());
    }

    @Test
    void aWithdrawnApplicationsSheetsCloseByThemselvesAndItIsNotRanked() {
        assertThat(applications.withdraw(second, samples.people.applicantOf(SECOND), "另行安排"))
                .isTrue();

        assertThat(samples.sheet(panel, 0, second).state()).isEqualTo(ScoreSheet.State.CLOSED);
        assertThat(samples.submit(panel, 0, second, 80))
                .isEqualTo(new Result.NotOpen("selection.score.problem.closed"));
        for (int at = 0; at < 3; at++) {
            samples.submit(panel, at, first, 80);
            assertThat(samples.finish(panel, at)).isInstanceOf(Completion.Completed.class);
        }
        leader("finished", List.of());
        samples.runJobs();
        assertThat(ranks(1)).containsExactly(first + " #1 8000");
    }

    @Test
    void nobodySeesAnothersScoreBeforeTheLeaderOpensTheDiscussionNorAfterIt() {
        scoreAll(80, 60);
        Actor lead = expert(0);
        Actor member = expert(2);

        assertThat(discussion.open(panel.contest(), member)).isFalse();
        var leads = discussion.view(panel.contest(), lead, -1, "").orElseThrow();
        assertThat(leads.lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line.scores()).isEmpty();
            assertThat(line.figures()).isEmpty();
        });
        assertThat(discussion
                        .view(panel.contest(), member, -1, "")
                        .orElseThrow()
                        .lines())
                .isEmpty();
        assertThat(discussion.view(panel.contest(), samples.expert(), -1, "")).isEmpty();

        assertThat(discussion.open(panel.contest(), lead)).isTrue();
        assertThat(discussion
                        .view(panel.contest(), member, -1, "")
                        .orElseThrow()
                        .lines())
                .extracting(ScoreDiscussion.Line::scores)
                .containsExactlyInAnyOrder(Map.of(1, 8000, 2, 8000, 3, 8000), Map.of(1, 6000, 2, 6000, 3, 6000));

        leader("finished", List.of());
        assertThat(discussion
                        .view(panel.contest(), member, -1, "")
                        .orElseThrow()
                        .lines())
                .isEmpty();
        assertThat(discussion.open(panel.contest(), lead)).isFalse();
    }

    @Test
    void aTieAtTheLineIsDecidedByAnOfficerOnTheRecord() {
        scoreAll(80, 80);
        leader("finished", List.of());
        samples.runJobs();
        assertThat(samples.rankings.rows(panel.contest(), 1, 0))
                .allSatisfy(row -> assertThat(row.tieBreak()).isEqualTo(TieBreak.OPEN));

        assertThat(officer("confirmed", List.of(), List.of(), "")).isInstanceOf(Completion.Rejected.class);
        assertThat(officer("confirmed", List.of(), List.of(Map.of("entry", second.value(), "place", 1)), "现场核查"))
                .isEqualTo(new Completion.Rejected(
                        List.of(FieldProblem.of("", "", "selection.problem.tieIncomplete", 1, 2))));
        List<Map<String, Object>> ties =
                List.of(Map.of("entry", second.value(), "place", 1), Map.of("entry", first.value(), "place", 2));
        assertThat(officer("confirmed", List.of(), ties, "")).isInstanceOf(Completion.Rejected.class);
        assertThat(samples.contests.get(panel.contest()).rankingVersion()).isEqualTo(1);

        // The confirmation by itself: behind it the process goes on to the countersign, which is tested with its own
        // part.
        confirmed(ties, "现场核查");
        assertThat(samples.rankings.rows(panel.contest(), 2, 1))
                .extracting(row -> row.number() + " #" + row.rank() + " " + row.tieBreak() + " " + row.aboveLine())
                .containsExactly(second + " #1 DECISION true", first + " #2 DECISION false");
        var ranking = samples.rankings.find(panel.contest(), 2).orElseThrow();
        assertThat(ranking.confirmedAt()).contains(samples.clock.instant());
        assertThat(samples.rankings.find(panel.contest(), 1).orElseThrow().confirmedAt())
                .isEmpty();
    }

    @Test
    void aSubmissionAtTheMomentOfTheLockCountsOrIsRefused() throws Exception {
        for (int at = 0; at < 3; at++) {
            samples.submit(panel, at, first, 80);
        }
        var computation = beans.getBean(RankingComputation.class);
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<java.util.concurrent.Future<Result>> submissions = new java.util.ArrayList<>();
            for (int at = 0; at < 3; at++) {
                int expert = at;
                submissions.add(pool.submit(() -> {
                    start.await();
                    return samples.submit(panel, expert, second, 60);
                }));
            }
            var ranking = pool.submit(() -> {
                start.await();
                computation.lockAndRank(panel.contest());
                return true;
            });
            start.countDown();
            assertThat(ranking.get(60, TimeUnit.SECONDS)).isTrue();
            long counted = 0;
            for (var submission : submissions) {
                var result = submission.get(60, TimeUnit.SECONDS);
                assertThat(result)
                        .satisfiesAnyOf(
                                done -> assertThat(done).isInstanceOf(Result.Submitted.class), late -> assertThat(late)
                                        .isEqualTo(new Result.NotOpen("selection.score.problem.locked")));
                counted += result instanceof Result.Submitted ? 1 : 0;
            }
            assertThat(samples.rankings.rows(panel.contest(), 1, 0).stream()
                            .filter(row -> row.number().equals(second))
                            .findFirst()
                            .orElseThrow()
                            .aggregate()
                            .scores())
                    .as("every submission that was accepted is counted")
                    .hasSize((int) counted);
        } finally {
            pool.shutdownNow();
        }
    }

    private void scoreAll(int percentOfFirst, int percentOfSecond) {
        for (int at = 0; at < 3; at++) {
            assertThat(samples.submit(panel, at, first, percentOfFirst)).isInstanceOf(Result.Submitted.class);
            assertThat(samples.submit(panel, at, second, percentOfSecond)).isInstanceOf(Result.Submitted.class);
            assertThat(samples.finish(panel, at)).isInstanceOf(Completion.Completed.class);
        }
    }

    private Completion leader(String decision, List<Map<String, Object>> sheets) {
        return samples.complete(
                panel,
                ContestProcess.LEAD_DISCUSSION,
                expert(0),
                Map.of("decision", decision, "summary", "合议充分", "sheets", sheets));
    }

    private Completion officer(
            String decision, List<Map<String, Object>> sheets, List<Map<String, Object>> ties, String tieReason) {
        return samples.complete(
                panel,
                ContestProcess.CONFIRM_RANKING,
                panel.officer(),
                Map.of(
                        "decision",
                        decision,
                        "opinion",
                        "请核实评分依据",
                        "sheets",
                        sheets,
                        "ties",
                        ties,
                        "tieReason",
                        tieReason));
    }

    private void confirmed(List<Map<String, Object>> ties, String tieReason) {
        var task = samples.task(panel, ContestProcess.CONFIRM_RANKING, panel.officer())
                .orElseThrow();
        samples.transaction().executeWithoutResult(open -> beans.getBean(RankingConfirmation.class)
                .confirm(new CompletedTask(
                        task.id(),
                        task.key(),
                        panel.key(),
                        "",
                        panel.officer(),
                        Map.of("decision", "confirmed", "opinion", "同意", "ties", ties, "tieReason", tieReason),
                        samples.clock.instant())));
    }

    private Actor expert(int at) {
        return panel.experts().get(at);
    }

    private Contest.State state() {
        return samples.contests.get(panel.contest()).state();
    }

    private List<String> ranks(int version) {
        return samples.rankings.rows(panel.contest(), version, 0).stream()
                .map(row -> row.number() + " #" + row.rank() + " " + row.points())
                .toList();
    }
}
