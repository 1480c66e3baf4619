package org.chuyi.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.Test;

class SendingRulesTest {

    private static final QuietHours USUAL = QuietHours.USUAL;

    @Test
    void quietHoursOfANightEndInTheMorningAfter() {
        assertThat(USUAL.endAfter(at("2026-03-02T21:59:59"))).isEqualTo(at("2026-03-02T21:59:59"));
        assertThat(USUAL.endAfter(at("2026-03-02T22:00:00"))).isEqualTo(at("2026-03-03T08:00:00"));
        assertThat(USUAL.endAfter(at("2026-03-03T00:00:00"))).isEqualTo(at("2026-03-03T08:00:00"));
        assertThat(USUAL.endAfter(at("2026-03-03T07:59:59"))).isEqualTo(at("2026-03-03T08:00:00"));
        assertThat(USUAL.endAfter(at("2026-03-03T08:00:00"))).isEqualTo(at("2026-03-03T08:00:00"));
    }

    @Test
    void quietHoursOfADayEndOnIt() {
        var noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(14, 30));

        assertThat(noon.endAfter(at("2026-03-02T11:59:00"))).isEqualTo(at("2026-03-02T11:59:00"));
        assertThat(noon.endAfter(at("2026-03-02T12:00:00"))).isEqualTo(at("2026-03-02T14:30:00"));
        assertThat(noon.endAfter(at("2026-03-02T14:30:00"))).isEqualTo(at("2026-03-02T14:30:00"));
    }

    @Test
    void hoursThatBeginWhereTheyEndAreNever() {
        assertThat(QuietHours.NONE.isNever()).isTrue();
        assertThat(QuietHours.NONE.endAfter(at("2026-03-02T00:00:00"))).isEqualTo(at("2026-03-02T00:00:00"));
    }

    @Test
    void atOnceIsWhenItHasSettledAndTenMinutesAfterTheLastOfItsKind() {
        Instant told = at("2026-03-02T09:00:00");

        assertThat(SendingRules.atOnce(told, Optional.empty())).isEqualTo(at("2026-03-02T09:00:30"));
        assertThat(SendingRules.atOnce(told, Optional.of(at("2026-03-02T08:55:00"))))
                .isEqualTo(at("2026-03-02T09:05:00"));
        assertThat(SendingRules.atOnce(told, Optional.of(at("2026-03-02T08:40:00"))))
                .isEqualTo(at("2026-03-02T09:00:30"));
    }

    @Test
    void digestIsOnTheNextWorkdayByTheStateCouncilsCalendar() {
        assertThat(SendingRules.inDigest(at("2026-03-02T08:59:59"), 9)).isEqualTo(at("2026-03-02T09:00:00"));
        assertThat(SendingRules.inDigest(at("2026-03-02T09:00:00"), 9)).isEqualTo(at("2026-03-03T09:00:00"));
        assertThat(SendingRules.inDigest(at("2026-03-06T10:00:00"), 9)).isEqualTo(at("2026-03-09T09:00:00"));
        assertThat(SendingRules.inDigest(at("2022-09-30T10:00:00"), 9)).isEqualTo(at("2022-10-08T09:00:00"));
        assertThat(SendingRules.inDigest(at("2022-10-07T08:00:00"), 9)).isEqualTo(at("2022-10-08T09:00:00"));
    }

    private static Instant at(String local) {
        return MovableClock.at(local);
    }
}
