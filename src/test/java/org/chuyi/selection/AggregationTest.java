package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregationTest {

    private static final AggregationRule MEAN = new AggregationRule(AggregationMethod.MEAN, 2000);
    private static final AggregationRule TRIMMED = new AggregationRule(AggregationMethod.TRIMMED_MEAN, 2000);

    /** Figures worked out by hand, in hundredths. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8800                               | 8800 | 8800 |    0 |           | false
            8800 9000                          | 8900 | 8900 |  200 |           | false
            8850 8800 9000                     | 8883 | 8850 |  200 |           | false
            7000 9000 8000 9001                | 8250 | 8500 | 2001 |           | true
            9500 6000 8000 8100 8200           | 8100 | 8100 | 3500 | 9500 6000 | true
            9000 9000 8000 8005 7000 7000      | 8001 | 8003 | 2000 | 9000 7000 | false
            10000 0 5000 5001 5002 5003 5004   | 5002 | 5002 | 10000 | 10000 0  | true
            """)
    void comesToTheFiguresOfOneToSevenScores(
            String scores, int points, int median, int spread, String dropped, boolean alarm) {
        List<Integer> given = list(scores);

        var aggregate = Aggregation.of(given, given.size() >= 5 ? TRIMMED : MEAN);

        assertThat(aggregate.points()).isEqualTo(points);
        assertThat(aggregate.median()).isEqualTo(median);
        assertThat(aggregate.spread()).isEqualTo(spread);
        assertThat(aggregate.dropped()).isEqualTo(dropped == null ? List.of() : list(dropped));
        assertThat(aggregate.alarm()).isEqualTo(alarm);
        assertThat(aggregate.scores()).isEqualTo(given);
    }

    @Test
    void roundsHalfUp() {
        assertThat(Aggregation.mean(List.of(1, 2))).isEqualTo(2);
        assertThat(Aggregation.mean(List.of(1, 1, 2))).isEqualTo(1);
        assertThat(Aggregation.mean(List.of(1, 2, 2))).isEqualTo(2);
        assertThat(Aggregation.median(List.of(8000, 8001))).isEqualTo(8001);
    }

    @Test
    void ofTwoEquallyHighScoresOneCounts() {
        assertThat(Aggregation.of(List.of(9000, 9000, 8000, 7000, 7000), TRIMMED)
                        .points())
                .isEqualTo(8000);
    }

    @Test
    void nobodysScoreIsNoScoreAndAnAlarm() {
        assertThat(Aggregation.of(List.of(), MEAN)).isEqualTo(Aggregate.NONE);
        assertThat(Aggregate.NONE.alarm()).isTrue();
    }

    @Test
    void nothingIsLeftOfTwoScoresWithoutExtremes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Aggregation.of(List.of(1, 2), TRIMMED));
    }

    @RepeatedTest(200)
    void whateverTheScoresTheFiguresAreThoseOfExactArithmetic(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Integer> scores =
                random.ints(3 + random.nextInt(7), 0, 10_001).boxed().toList();
        var rule = random.nextBoolean() ? MEAN : TRIMMED;

        var aggregate = Aggregation.of(scores, rule);

        List<Integer> counted = new ArrayList<>(scores);
        aggregate.dropped().forEach(each -> counted.remove(each));
        assertThat(counted).hasSize(scores.size() - (rule == TRIMMED ? 2 : 0));
        var sum = counted.stream().map(BigDecimal::valueOf).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(aggregate.points())
                .isEqualTo(sum.divide(BigDecimal.valueOf(counted.size()), 0, RoundingMode.HALF_UP)
                        .intValueExact());
        int highest = Collections.max(scores);
        int lowest = Collections.min(scores);
        assertThat(aggregate.points()).isBetween(lowest, highest);
        assertThat(aggregate.median()).isBetween(lowest, highest);
        assertThat(aggregate.spread()).isEqualTo(highest - lowest);

        List<Integer> shuffled = new ArrayList<>(scores);
        Collections.shuffle(shuffled, random);
        var again = Aggregation.of(shuffled, rule);
        assertThat(List.of(again.points(), again.median(), again.spread()))
                .as("the order of the seats is no matter")
                .isEqualTo(List.of(aggregate.points(), aggregate.median(), aggregate.spread()));
    }

    @RepeatedTest(100)
    void aHigherScoreNeverLowersThePoints(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Integer> scores = new ArrayList<>(
                random.ints(5 + random.nextInt(3), 0, 9_000).boxed().toList());
        int before = Aggregation.of(scores, TRIMMED).points();

        int raised = random.nextInt(scores.size());
        scores.set(raised, scores.get(raised) + random.nextInt(1_000));

        assertThat(Aggregation.of(scores, TRIMMED).points()).isGreaterThanOrEqualTo(before);
    }

    private static List<Integer> list(String text) {
        return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }
}
