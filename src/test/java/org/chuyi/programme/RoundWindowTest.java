package org.chuyi.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.chuyi.ChuyiApplication;
import org.junit.jupiter.api.Test;

class RoundWindowTest {

    private final RoundWindow march = new RoundWindow(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Test
    void takesApplicationsFromMidnightOfItsFirstDay() {
        assertThat(march.contains(shanghai("2026-02-28T23:59:59.999"))).isFalse();
        assertThat(march.contains(shanghai("2026-03-01T00:00:00"))).isTrue();
    }

    @Test
    void takesApplicationsUntilTheLastMillisecondOfItsLastDay() {
        assertThat(march.contains(shanghai("2026-03-31T23:59:59.999"))).isTrue();
        assertThat(march.contains(shanghai("2026-04-01T00:00:00"))).isFalse();
    }

    @Test
    void endsAtTwentyFourHoursInShanghaiWhereverTheServerStands() {
        assertThat(march.closesAt()).isEqualTo(Instant.parse("2026-03-31T16:00:00Z"));
        assertThat(march.opensAt()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    }

    private static Instant shanghai(String local) {
        return LocalDateTime.parse(local).atZone(ChuyiApplication.ZONE).toInstant();
    }
}
