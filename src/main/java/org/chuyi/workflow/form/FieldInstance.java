package org.chuyi.workflow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A field, or a list of rows, where it stands in given answers.
 *
 * @param path with row numbers counted from 0: {@code partners[2].name}
 * @param holder the answers, or the row, that hold its value
 */
record FieldInstance(FormNode node, String path, Map<String, Object> holder) {

    Object value() {
        return holder.get(key());
    }

    String key() {
        return node instanceof FormField field ? field.key() : ((FormRows) node).key();
    }

    FieldProblem problem(String code, Object... arguments) {
        return FieldProblem.of(path, node.label().zh(), code, arguments);
    }

    /** All of them in the order of the form, those in rows after their list, without what is hidden. */
    static List<FieldInstance> shown(List<FormNode> nodes, Map<String, Object> answers, Set<String> hidden) {
        var found = new ArrayList<FieldInstance>();
        collect(nodes, "", answers, hidden, found);
        return found;
    }

    /** All of them, hidden or not. */
    static List<FieldInstance> all(List<FormNode> nodes, Map<String, Object> answers) {
        return shown(nodes, answers, Set.of());
    }

    @SuppressWarnings("unchecked")
    private static void collect(
            List<FormNode> nodes,
            String prefix,
            Map<String, Object> holder,
            Set<String> hidden,
            List<FieldInstance> found) {
        for (var node : nodes) {
            if (node instanceof FormGroup group) {
                collect(group.nodes(), prefix, holder, hidden, found);
            } else if (node instanceof FormField field && !hidden.contains(prefix + field.key())) {
                found.add(new FieldInstance(node, prefix + field.key(), holder));
            } else if (node instanceof FormRows rows && !hidden.contains(prefix + rows.key())) {
                var path = prefix + rows.key();
                found.add(new FieldInstance(node, path, holder));
                if (holder.get(rows.key()) instanceof List<?> list) {
                    for (int index = 0; index < list.size(); index++) {
                        if (list.get(index) instanceof Map<?, ?> row) {
                            collect(rows.nodes(), path + "[" + index + "].", (Map<String, Object>) row, hidden, found);
                        }
                    }
                }
            }
        }
    }
}
