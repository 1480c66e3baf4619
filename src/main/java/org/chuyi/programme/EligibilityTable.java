package org.chuyi.programme;

import java.util.List;
import java.util.Map;

/** The decision table that says why somebody may not file. */
public interface EligibilityTable {

    /**
     * @param facts the table's inputs, each a text, a truth value or a list of texts
     * @return the codes of all rows that hold; empty when nothing speaks against filing
     */
    List<String> reasons(Map<String, Object> facts);
}
