package org.chuyi.workflow.form;

/**
 * One difference between two versions.
 *
 * @param path in the later version; in the earlier one for a row taken out
 * @param label where, for a reader: 合作单位（第2行）：名称
 * @param before as text; empty if there was no answer, or no such row
 * @param after as text; empty if there is no answer, or no such row any more
 */
public record FieldChange(String path, Kind kind, Bilingual label, Bilingual before, Bilingual after) {

    public enum Kind {
        CHANGED,
        ROW_ADDED,
        ROW_REMOVED
    }
}
