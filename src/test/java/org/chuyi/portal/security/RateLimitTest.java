package org.chuyi.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.chuyi.testing.Time.DeadlineSweep;
import org.chuyi.testing.Time.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class RateLimitTest {

    private final StaticListableBeanFactory nothing = new StaticListableBeanFactory();
    private final MovableClock clock = new MovableClock(
            nothing.getBeanProvider(ManagementService.class), nothing.getBeanProvider(DeadlineSweep.class));
    private RateLimit threeAMinute;

    @BeforeEach
    void threeAMinute() {
        threeAMinute = new RateLimit(3, Duration.ofMinutes(1), clock);
    }

    @Test
    void whoHasTakenAllWaitsForTheNextAndNobodyElseDoes() {
        takeThree("a");

        assertThat(threeAMinute.take("a")).contains(Duration.ofSeconds(20));
        assertThat(threeAMinute.take("b")).isEmpty();
    }

    @Test
    void whatWasUsedComesBackEvenly() {
        takeThree("a");
        clock.set(MovableClock.START.plusSeconds(20).minusMillis(1));
        assertThat(threeAMinute.take("a")).contains(Duration.ofMillis(1));
        clock.set(MovableClock.START.plusSeconds(20));
        assertThat(threeAMinute.take("a")).isEmpty();
        assertThat(threeAMinute.take("a")).isPresent();
        clock.set(MovableClock.START.plusSeconds(3600));
        takeThree("a");
        assertThat(threeAMinute.take("a")).isPresent();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgainButIsNeverMoreThanAll() {
        takeThree("a");
        threeAMinute.giveBack("a");
        assertThat(threeAMinute.take("a")).isEmpty();

        threeAMinute.giveBack("b");
        takeThree("b");
        assertThat(threeAMinute.take("b")).isPresent();
    }

    @Test
    void noneIsNoLimit() {
        var none = new RateLimit(0, Duration.ofMinutes(1), clock);
        for (int taken = 0; taken < 1000; taken++) {
            assertThat(none.take("a")).isEmpty();
        }
    }

    private void takeThree(String who) {
        for (int taken = 0; taken < 3; taken++) {
            assertThat(threeAMinute.take(who)).isEmpty();
        }
    }
}
