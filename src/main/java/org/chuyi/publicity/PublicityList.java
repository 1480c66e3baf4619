package org.chuyi.publicity;

import java.time.Instant;
import java.util.List;
import org.chuyi.programme.BilingualText;
import org.chuyi.programme.RoundCode;

/**
 * 公示名单: a round's list as it was shown, frozen.
 *
 * @param content the text that the hash is over
 * @param displayedUntil 24:00 of its last day, exclusive
 */
public record PublicityList(
        RoundCode round,
        int version,
        List<Section> sections,
        String content,
        String sha256,
        Instant displayedFrom,
        Instant displayedUntil,
        State state) {

    public enum State {
        /** 公示中. */
        DISPLAYED,
        /** 已更正，由新名单替代. */
        SUPERSEDED,
        /** 公示结束. */
        CONCLUDED
    }

    /** A programme, or one of its tracks. */
    public record Section(String contest, BilingualText title, List<Row> rows) {}

    /** Nothing personal, no points: what the public may know. */
    public record Row(String number, String school, String city) {}

    /** Objections are taken until 24:00 of the last day. */
    public boolean takesObjections(Instant at) {
        return state == State.DISPLAYED && at.isBefore(displayedUntil);
    }

    public boolean names(String number) {
        return sections.stream().flatMap(section -> section.rows().stream()).anyMatch(row -> row.number()
                .equals(number));
    }
}
