package org.chuyi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.Test;

class DeadlineRulesTest {

    private final Round round = Round.draft(
            new RoundCode("2022-1"), RoundSamples.content(LocalDate.of(2022, 9, 1), LocalDate.of(2022, 9, 30)));

    @Test
    void isDueAtTwentyFourHoursOfTheLastWorkday() {
        // Friday 2022-09-30; holidays to 10-07; 10-08 and 10-09 are make-up workdays.
        assertThat(of(Step.SCHOOL_SIGN_OFF, "2022-09-30T16:30")).isEqualTo(MovableClock.at("2022-10-11T00:00"));
    }

    @Test
    void countsEachStepByItsOwnLimit() {
        assertThat(of(Step.CITY_REVIEW, "2022-11-07T09:00")).isEqualTo(MovableClock.at("2022-11-22T00:00"));
        assertThat(of(Step.FORMAL_CHECK, "2022-11-07T09:00")).isEqualTo(MovableClock.at("2022-11-18T00:00"));
        assertThat(of(Step.CORRECTION, "2022-11-07T09:00")).isEqualTo(MovableClock.at("2022-11-15T00:00"));
    }

    private Instant of(Step step, String start) {
        return new DeadlineRules().due(round, RoundSamples.SPECIALTY_GROUP, step, MovableClock.at(start));
    }
}
