package org.chuyi.publicity;

import java.util.List;

/**
 * 公布通知 as a document says it, in Chinese whoever reads it.
 *
 * @param issuedOn in words, e.g. 2026年6月1日
 */
public record Notice(
        String document, String title, List<String> paragraphs, String issuer, String issuedOn, List<Part> parts) {

    private static final int TITLE_LINE = 20;
    private static final int LAST_WORDS = 9;

    /** A title too long for a line breaks before its last words (…建设单位名单的通知), so that none of them stands alone. */
    public List<String> titleLines() {
        int last = title.length() - LAST_WORDS;
        return title.length() <= TITLE_LINE ? List.of(title) : List.of(title.substring(0, last), title.substring(last));
    }

    /** One list is "附件" alone; several are numbered. */
    public boolean numbered() {
        return parts.size() > 1;
    }

    /** A programme, or one of its tracks, with those selected in order. */
    public record Part(String title, List<Row> rows) {}

    public record Row(int place, String school, String city) {}
}
