package org.chuyi.publicity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chuyi.programme.RoundCode;

/**
 * 异议 against a list.
 *
 * @param about the number of the application concerned; empty for the list as a whole
 * @param objector sealed; opened only for those who decide on it
 * @param toldAt since when the objector reads the answer
 */
public record Objection(
        String key,
        RoundCode round,
        int listVersion,
        Kind kind,
        String about,
        String grounds,
        String objector,
        Optional<StampedFile> file,
        State state,
        Instant raisedAt,
        String acceptance,
        List<String> investigators,
        String answer,
        List<Correction> corrections,
        Optional<Instant> answeredAt,
        Optional<Instant> toldAt) {

    public enum Kind {
        /** 个人实名. */
        PERSON,
        /** 单位，附盖章文件. */
        ORGANISATION,
        /** 匿名线索. */
        ANONYMOUS
    }

    public enum State {
        RAISED,
        INVESTIGATION,
        ANSWERING,
        NOT_ACCEPTED,
        UPHELD,
        DISMISSED;

        public boolean isOpen() {
            return this == RAISED || this == INVESTIGATION || this == ANSWERING;
        }
    }

    public record StampedFile(String sha256, String name) {}

    /** How an upheld objection changes a line of the list. */
    public record Correction(String number, boolean selected, String reason) {}

    /** What somebody who looked into it found. */
    public record Report(String findings, String proposal, String by, String organisation, Instant at) {}
}
