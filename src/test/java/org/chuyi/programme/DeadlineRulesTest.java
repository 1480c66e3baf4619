package org.chuyi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.Test;

class DeadlineRulesTest {

    private final Round round = Round.draft(
            new RoundCode("2022-1"), RoundSamples.content(LocalDate.of(2022, 9, 1), LocalDate.of(2022, 9, 30)));

    @Test
    void isDueAtTwentyFourHoursOfTheLastWorkday() {
        // Friday 2022-09-30; holidays to 10-07; 10-08 and 10-09 are make-up workdays.
        assertThat(of(Step.SCHOOL_SIGN_OFF, "2022-09-30T16:30"))
                .isEqualTo(new Deadline(MovableClock.at("2022-10-08T09:00"), MovableClock.at("2022-10-11T00:00")));
    }

    @Test
    void countsEachStepByItsOwnLimit() {
        assertThat(of(Step.CITY_REVIEW, "2022-11-07T09:00").dueAt()).isEqualTo(MovableClock.at("2022-11-22T00:00"));
        assertThat(of(Step.FORMAL_CHECK, "2022-11-07T09:00").dueAt()).isEqualTo(MovableClock.at("2022-11-18T00:00"));
        assertThat(of(Step.CORRECTION, "2022-11-07T09:00").dueAt()).isEqualTo(MovableClock.at("2022-11-15T00:00"));
    }

    @Test
    void remindsAtOnceWhereTheLimitIsShort() {
        var hurried = new RoundContent(
                round.title(),
                round.callText(),
                round.window(),
                List.of(new RoundProgramme(
                        RoundSamples.SPECIALTY_GROUP, 1, 1, false, Map.of(), new StepWorkdays(1, 1, 1, 1))));
        var start = MovableClock.at("2022-11-07T10:00");

        assertThat(new DeadlineRules()
                        .deadline(
                                Round.draft(new RoundCode("2022-2"), hurried),
                                RoundSamples.SPECIALTY_GROUP,
                                Step.CORRECTION,
                                start))
                .isEqualTo(new Deadline(start, MovableClock.at("2022-11-09T00:00")));
    }

    private Deadline of(Step step, String start) {
        return new DeadlineRules().deadline(round, RoundSamples.SPECIALTY_GROUP, step, MovableClock.at(start));
    }
}
