package org.chuyi.programme.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.chuyi.programme.Round;

/**
 * A round as the public sees it at an instant.
 *
 * @param phase coming, open or over: names texts and colours
 * @param countdownTo the instant that the page counts down to; null when the round is over
 * @param daysLeft whole days until then
 */
record Call(Round round, String phase, Instant countdownTo, long daysLeft) {

    static Call of(Round round, Instant at) {
        var window = round.window();
        if (round.isOpen(at)) {
            return counting(round, "open", window.closesAt(), at);
        }
        return round.isComing(at) ? counting(round, "coming", window.opensAt(), at) : new Call(round, "over", null, 0);
    }

    private static Call counting(Round round, String phase, Instant to, Instant at) {
        return new Call(round, phase, to, ChronoUnit.DAYS.between(at, to));
    }

    boolean is(String wanted) {
        return phase.equals(wanted);
    }

    /** Colour of the badge. */
    public String tone() {
        return switch (phase) {
            case "open" -> "good";
            case "coming" -> "busy";
            default -> "calm";
        };
    }
}
