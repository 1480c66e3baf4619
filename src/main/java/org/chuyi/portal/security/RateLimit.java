package org.chuyi.portal.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** So many of one kind of request within a period, for each who asks; what was used comes back evenly. */
final class RateLimit {

    /** So that made-up addresses cannot fill the memory; the longest unused go first. */
    private static final int MOST_REMEMBERED = 50_000;

    private final int most;
    private final Duration period;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /** @param most 0 for no limit */
    RateLimit(int most, Duration period, Clock clock) {
        this.most = most;
        this.period = period;
        this.time = new ClockTime(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(period)
                .build();
    }

    /** Takes one; or, if there is none left, says how long to wait for the next. */
    Optional<Duration> take(String who) {
        if (most == 0) {
            return Optional.empty();
        }
        var taken = bucketOf(who).tryConsumeAndReturnRemaining(1);
        return taken.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(taken.getNanosToWaitForRefill()));
    }

    void giveBack(String who) {
        if (most > 0) {
            bucketOf(who).addTokens(1);
        }
    }

    private Bucket bucketOf(String who) {
        return buckets.get(who, unknown -> Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
                .build());
    }

    private record ClockTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
