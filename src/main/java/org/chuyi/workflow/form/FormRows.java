package org.chuyi.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that repeat (dynamiclist); the answer is a list of maps.
 *
 * @param key the list's name in the map that holds it
 * @param path as {@link FormField#path()}
 * @param minimum fewest rows, from custom property {@code minRows}; 0 if not set
 * @param maximum most rows, from custom property {@code maxRows}; {@link #LIMIT} if not set
 */
public record FormRows(
        String key,
        String path,
        Bilingual label,
        Bilingual description,
        int minimum,
        int maximum,
        List<FormNode> nodes,
        Optional<HideCondition> hiddenIf,
        Map<String, String> properties)
        implements FormNode {

    public static final int LIMIT = 200;
}
