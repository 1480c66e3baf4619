package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.chuyi.application.ApplicationNumber;
import org.chuyi.selection.RankingOrder.Candidate;
import org.chuyi.selection.RankingOrder.Ranked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RankingOrderTest {

    private static final AggregationRule RULE = new AggregationRule(AggregationMethod.MEAN, 2000);

    @Test
    void orderIsByPoints() {
        var ranked = RankingOrder.of(List.of(candidate(1, 7000), candidate(2, 9000), candidate(3, 8000)), 2, List.of());

        assertThat(lines(ranked)).containsExactly("2 #1 above NONE", "3 #2 above NONE", "1 #3 below NONE");
    }

    @Test
    void betweenEqualPointsTheHigherMedianComesFirst() {
        var ranked =
                RankingOrder.of(List.of(candidate(1, 7000, 8000, 9000), candidate(2, 6900, 8500, 8600)), 1, List.of());

        assertThat(lines(ranked)).containsExactly("2 #1 above MEDIAN", "1 #2 below MEDIAN");
    }

    @Test
    void betweenEqualMediansTheLowerSpreadComesFirst() {
        var ranked =
                RankingOrder.of(List.of(candidate(1, 7000, 8000, 9000), candidate(2, 7500, 8000, 8500)), 1, List.of());

        assertThat(lines(ranked)).containsExactly("2 #1 above SPREAD", "1 #2 below SPREAD");
    }

    @Test
    void whatIsEqualAcrossTheLineIsNotOrderedInSilence() {
        var candidates = List.of(candidate(1, 8000), candidate(2, 8000), candidate(3, 9000), candidate(4, 7000));

        var ranked = RankingOrder.of(candidates, 2, List.of());

        assertThat(lines(ranked))
                .containsExactly("3 #1 above NONE", "1 #2 below OPEN", "2 #2 below OPEN", "4 #4 below NONE");
    }

    @Test
    void anOfficersDecisionOrdersThemAndTheLatestHolds() {
        var candidates = List.of(candidate(1, 8000), candidate(2, 8000), candidate(3, 9000));

        var ranked =
                RankingOrder.of(candidates, 2, List.of(List.of(number(2), number(1)), List.of(number(1), number(2))));

        assertThat(lines(ranked)).containsExactly("3 #1 above NONE", "2 #2 above DECISION", "1 #3 below DECISION");
    }

    @Test
    void aDecisionOnSomeOfThemDecidesNothing() {
        var candidates = List.of(candidate(1, 8000), candidate(2, 8000), candidate(3, 8000));

        var ranked = RankingOrder.of(candidates, 1, List.of(List.of(number(2), number(1))));

        assertThat(ranked).allSatisfy(row -> assertThat(row.tieBreak()).isEqualTo(TieBreak.OPEN));
    }

    @Test
    void whatIsEqualOnOneSideOfTheLineSharesItsRank() {
        var ranked = RankingOrder.of(List.of(candidate(1, 8000), candidate(2, 8000), candidate(3, 7000)), 2, List.of());

        assertThat(lines(ranked)).containsExactly("1 #1 above SHARED", "2 #1 above SHARED", "3 #3 below NONE");
    }

    @Test
    void aDesignatedSchoolHasOneOfThePlacesWhateverItsRank() {
        var designated = new Candidate(number(9), true, Aggregation.of(List.of(5000), RULE));
        var ranked = RankingOrder.of(
                List.of(candidate(1, 8000), candidate(2, 7000), designated, candidate(3, 9000)), 2, List.of());

        assertThat(lines(ranked))
                .containsExactly("3 #1 above NONE", "1 #2 below NONE", "2 #3 below NONE", "9 #4 above NONE");
    }

    @Test
    void whomNobodyScoredStandsLastAndIsNeverAboveTheLine() {
        var unscored = new Candidate(number(2), false, Aggregate.NONE);
        var ranked = RankingOrder.of(List.of(unscored, candidate(1, 0)), 5, List.of());

        assertThat(lines(ranked)).containsExactly("1 #1 above NONE", "2 #2 below NONE");
    }

    @Test
    void withoutANumberOfPlacesThereIsNoLine() {
        assertThat(RankingOrder.of(List.of(candidate(1, 9000)), 0, List.of()))
                .allSatisfy(row -> assertThat(row.aboveLine()).isFalse());
    }

    @Test
    void aLineDrawnAtPointsTakesWhoeverHasThem() {
        var ranked = RankingOrder.of(List.of(candidate(1, 8000), candidate(2, 7999)), 0, List.of());

        assertThat(CutLine.atPoints(ranked, 8000).above()).containsExactly(number(1));
    }

    @RepeatedTest(100)
    void noOrderOfArrivalChangesTheRankingAndThePlacesAreNeverExceeded(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Candidate> candidates = new ArrayList<>();
        for (int at = 1; at <= 40; at++) {
            candidates.add(new Candidate(
                    number(at),
                    random.nextInt(20) == 0,
                    Aggregation.of(
                            random.ints(3, 0, 4)
                                    .map(score -> score * 1000)
                                    .boxed()
                                    .toList(),
                            RULE)));
        }
        int places = 1 + random.nextInt(30);

        var ranked = RankingOrder.of(candidates, places, List.of());
        Collections.shuffle(candidates, random);

        assertThat(RankingOrder.of(candidates, places, List.of())).isEqualTo(ranked);
        long designated = candidates.stream().filter(Candidate::designated).count();
        assertThat(ranked.stream().filter(Ranked::aboveLine).count())
                .isBetween(designated, Math.max(places, designated));
        for (int at = 1; at < ranked.size(); at++) {
            var one = ranked.get(at - 1);
            var other = ranked.get(at);
            assertThat(one.points()).isGreaterThanOrEqualTo(other.points());
            if (one.rank() == other.rank()) {
                assertThat(List.of(one.tieBreak(), other.tieBreak())).isSubsetOf(TieBreak.SHARED, TieBreak.OPEN);
            } else if (other.aboveLine() && !other.designated()) {
                assertThat(one.aboveLine()).isTrue();
            }
        }
    }

    private static Candidate candidate(int number, Integer... scores) {
        return new Candidate(number(number), false, Aggregation.of(List.of(scores), RULE));
    }

    private static ApplicationNumber number(int number) {
        return new ApplicationNumber("CY2026-02-%04d".formatted(number));
    }

    private static List<String> lines(List<Ranked> ranked) {
        return ranked.stream()
                .map(row -> "%d #%d %s %s"
                        .formatted(
                                Integer.parseInt(row.number().value().substring(10)),
                                row.rank(),
                                row.aboveLine() ? "above" : "below",
                                row.tieBreak()))
                .toList();
    }
}
