package org.chuyi.selection;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;

/**
 * 评分表: what one seat gives one application.
 *
 * @param blindCode stands for the application where names are hidden
 * @param total in hundredths of a point; empty until it is submitted
 * @param round how often it was asked for, from 1
 * @param revision counts saves; named when saving
 */
public record ScoreSheet(
        long id,
        ContestKey contest,
        long seat,
        ApplicationNumber number,
        int version,
        String blindCode,
        State state,
        Map<String, Object> answers,
        Optional<Integer> total,
        int round,
        int revision,
        Optional<Instant> savedAt,
        Optional<Instant> submittedAt) {

    /** The names are stored. */
    public enum State {
        /** 待评. */
        OPEN,
        /** 已提交. */
        SUBMITTED,
        /** 已锁定: the ranking was made. */
        LOCKED,
        /** 已关闭: the application left the contest before it was scored. */
        CLOSED
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** How it is called wherever an expert reads it; an application's number says nothing where names are shown anyway. */
    public String label(boolean blind) {
        return blind ? blindCode : number.value();
    }
}
