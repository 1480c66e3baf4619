package org.chuyi.workflow.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which fields form-js hides for given answers.
 *
 * <p>form-js asks twice: first with the data as they are, and takes the answers of hidden fields out; then, to draw the
 * form, with what is left. So a field that depends on a hidden field sees it as empty. In a row a bare name means the
 * form's own field; {@code this} is the row, {@code parent} what holds the list, {@code i} the numbers of the rows
 * counted from 1. Rows are looked at unfiltered both times. Known limit, form-js's own: in a chain of three fields of
 * which each hides the next, the last one follows the middle one's old answer.
 */
final class Visibility {

    private final FormSchema schema;
    private final Map<String, Object> form;
    private final Set<String> hidden = new HashSet<>();
    private final boolean drawing;

    private Visibility(FormSchema schema, Map<String, Object> form, boolean drawing) {
        this.schema = schema;
        this.form = form;
        this.drawing = drawing;
    }

    /**
     * @param answers of the right types
     * @return paths, with row numbers, of the fields and lists hidden; in a hidden list the list alone
     */
    static Set<String> hidden(FormSchema schema, Map<String, Object> answers) {
        var data = completed(nodes(schema), answers);
        var first = new Visibility(schema, data, false).ask(data);
        var filtered = without(nodes(schema), data, "", first);
        return new Visibility(schema, filtered, true).ask(data);
    }

    private Set<String> ask(Map<String, Object> data) {
        for (var section : schema.sections()) {
            var scope = new Scope(form, null, List.of());
            var sectionHidden = hides(section.hiddenIf(), scope);
            walk(section.nodes(), "", data, scope, sectionHidden);
        }
        return hidden;
    }

    /** What {@code this} and {@code parent} are. */
    private record Scope(Map<String, Object> own, Scope parent, List<Integer> numbers) {}

    @SuppressWarnings("unchecked")
    private void walk(
            List<FormNode> nodes, String prefix, Map<String, Object> holder, Scope scope, boolean hiddenAround) {
        for (var node : nodes) {
            var hide = hiddenAround || hides(node.hiddenIf(), scope);
            if (node instanceof FormGroup group) {
                walk(group.nodes(), prefix, holder, scope, hide);
            } else if (node instanceof FormField field && hide) {
                hidden.add(prefix + field.key());
            } else if (node instanceof FormRows rows) {
                var path = prefix + rows.key();
                if (hide) {
                    hidden.add(path);
                } else if (holder.get(rows.key()) instanceof List<?> list) {
                    for (int index = 0; index < list.size(); index++) {
                        var row = (Map<String, Object>) list.get(index);
                        var numbers = new ArrayList<>(scope.numbers());
                        numbers.add(index + 1);
                        walk(rows.nodes(), path + "[" + index + "].", row, new Scope(row, scope, numbers), false);
                    }
                }
            }
        }
    }

    private boolean hides(Optional<HideCondition> condition, Scope scope) {
        return condition.isPresent() && condition.get().hides(context(scope));
    }

    private Map<String, Object> context(Scope scope) {
        var context = new HashMap<String, Object>();
        var parent = scope.parent() == null ? null : parentContext(scope.parent());
        context.put("this", scope.own());
        context.put("parent", parent);
        context.put("i", scope.numbers());
        context.putAll(form);
        context.put("_this_", scope.own());
        context.put("_parent_", parent);
        context.put("_i_", scope.numbers());
        return context;
    }

    private Map<String, Object> parentContext(Scope scope) {
        if (!drawing) {
            return scope.own();
        }
        var context = new HashMap<String, Object>();
        context.put("this", scope.own());
        context.put("parent", scope.parent() == null ? null : parentContext(scope.parent()));
        context.put("i", scope.numbers());
        context.putAll(scope.own());
        return context;
    }

    private static List<FormNode> nodes(FormSchema schema) {
        return schema.sections().stream()
                .flatMap(section -> section.nodes().stream())
                .toList();
    }

    /** With the empty values that form-js puts in for missing answers. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> completed(List<FormNode> nodes, Map<String, Object> answers) {
        var all = new HashMap<String, Object>();
        for (var node : nodes) {
            if (node instanceof FormGroup group) {
                all.putAll(completed(group.nodes(), answers));
            } else if (node instanceof FormField field) {
                var value = answers.get(field.key());
                all.put(field.key(), value == null ? field.type().emptyValue() : value);
            } else if (node instanceof FormRows rows) {
                var list = new ArrayList<Map<String, Object>>();
                if (answers.get(rows.key()) instanceof List<?> given) {
                    given.forEach(row -> list.add(completed(
                            rows.nodes(), row instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of())));
                }
                all.put(rows.key(), list);
            }
        }
        return all;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> without(
            List<FormNode> nodes, Map<String, Object> data, String prefix, Set<String> hidden) {
        var left = new HashMap<String, Object>();
        for (var node : nodes) {
            if (node instanceof FormGroup group) {
                left.putAll(without(group.nodes(), data, prefix, hidden));
            } else if (node instanceof FormField field) {
                var key = field.key();
                left.put(key, hidden.contains(prefix + key) ? null : data.get(key));
            } else if (node instanceof FormRows rows) {
                left.put(
                        rows.key(),
                        rowsWithout(rows, (List<Map<String, Object>>) data.get(rows.key()), prefix, hidden));
            }
        }
        return left;
    }

    private static List<Map<String, Object>> rowsWithout(
            FormRows rows, List<Map<String, Object>> list, String prefix, Set<String> hidden) {
        var path = prefix + rows.key();
        if (hidden.contains(path)) {
            return null;
        }
        var left = new ArrayList<Map<String, Object>>();
        for (int index = 0; index < list.size(); index++) {
            left.add(without(rows.nodes(), list.get(index), path + "[" + index + "].", hidden));
        }
        return left;
    }
}
