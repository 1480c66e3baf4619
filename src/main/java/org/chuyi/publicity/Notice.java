package org.chuyi.publicity;

import java.util.List;

/**
 * 公布通知 as a document says it, in Chinese whoever reads it.
 *
 * @param issuedOn in words, e.g. 2026年6月1日
 */
public record Notice(
        String document, String title, List<String> paragraphs, String issuer, String issuedOn, List<Part> parts) {

    /** One list is "附件" alone; several are numbered. */
    public boolean numbered() {
        return parts.size() > 1;
    }

    /** A programme, or one of its tracks, with those selected in order. */
    public record Part(String title, List<Row> rows) {}

    public record Row(int place, String school, String city) {}
}
