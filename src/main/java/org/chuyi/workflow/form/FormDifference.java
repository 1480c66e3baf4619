package org.chuyi.workflow.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What changed from one version of the answers to the next, for a reader. Rows are matched by their position. Sensitive
 * answers are compared in the clear and shown masked.
 */
@Component
public class FormDifference {

    private static final Bilingual CHANGED_UNSEEN = new Bilingual("（已修改）", "(changed)");

    private final SensitiveFields sensitive;

    FormDifference(SensitiveFields sensitive) {
        this.sensitive = sensitive;
    }

    /** @return in the order of the form; hidden answers count as absent */
    public List<FieldChange> between(FormSchema schema, Map<String, Object> before, Map<String, Object> after) {
        var earlier = TypedAnswers.of(schema, sensitive.reveal(schema, before)).answers();
        var later = TypedAnswers.of(schema, sensitive.reveal(schema, after)).answers();
        var comparison =
                new Comparison(Visibility.hidden(schema, earlier), Visibility.hidden(schema, later), new ArrayList<>());
        for (var section : schema.sections()) {
            comparison.compare(section.nodes(), "", new Bilingual("", ""), earlier, later);
        }
        return List.copyOf(comparison.changes());
    }

    private record Comparison(Set<String> hiddenBefore, Set<String> hiddenAfter, List<FieldChange> changes) {

        void compare(
                List<FormNode> nodes,
                String prefix,
                Bilingual around,
                Map<String, Object> before,
                Map<String, Object> after) {
            for (var node : FormView.columns(nodes)) {
                if (node instanceof FormField field) {
                    compareField(field, prefix + field.key(), around, before, after);
                } else if (node instanceof FormRows rows) {
                    compareRows(rows, prefix + rows.key(), around, before, after);
                }
            }
        }

        private void compareField(
                FormField field, String path, Bilingual around, Map<String, Object> before, Map<String, Object> after) {
            var was = hiddenBefore.contains(path) ? null : before.get(field.key());
            var is = hiddenAfter.contains(path) ? null : after.get(field.key());
            if (isSame(field, was, is)) {
                return;
            }
            var textBefore = text(field, was);
            var textAfter = text(field, is);
            changes.add(new FieldChange(
                    path,
                    FieldChange.Kind.CHANGED,
                    inside(around, field.label()),
                    textBefore,
                    textBefore.equals(textAfter) ? withNote(textAfter) : textAfter));
        }

        private void compareRows(
                FormRows rows, String path, Bilingual around, Map<String, Object> before, Map<String, Object> after) {
            var was = hiddenBefore.contains(path) ? List.<Map<String, Object>>of() : FormView.rowsIn(before, rows);
            var is = hiddenAfter.contains(path) ? List.<Map<String, Object>>of() : FormView.rowsIn(after, rows);
            for (int index = 0; index < Math.max(was.size(), is.size()); index++) {
                var rowPath = path + "[" + index + "]";
                var label = inside(around, numbered(rows.label(), index + 1));
                if (index >= was.size()) {
                    var added = summary(rows, rowPath, is.get(index), hiddenAfter);
                    changes.add(new FieldChange(rowPath, FieldChange.Kind.ROW_ADDED, label, Bilingual.NONE, added));
                } else if (index >= is.size()) {
                    var removed = summary(rows, rowPath, was.get(index), hiddenBefore);
                    changes.add(new FieldChange(rowPath, FieldChange.Kind.ROW_REMOVED, label, removed, Bilingual.NONE));
                } else {
                    compare(rows.nodes(), rowPath + ".", label, was.get(index), is.get(index));
                }
            }
        }
    }

    private static boolean isSame(FormField field, Object was, Object is) {
        if (LimitCheck.isMissing(field, was) || LimitCheck.isMissing(field, is)) {
            return LimitCheck.isMissing(field, was) && LimitCheck.isMissing(field, is);
        }
        if (was instanceof Number one && is instanceof Number other) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        if (was instanceof List<?> some && is instanceof List<?> others) {
            return new HashSet<>(some).equals(new HashSet<>(others));
        }
        return was.equals(is);
    }

    private static Bilingual text(FormField field, Object value) {
        return LimitCheck.isMissing(field, value) && field.type() != FieldType.CHECKBOX
                ? Bilingual.NONE
                : FormText.of(field, value);
    }

    /** Two values with the same mask. */
    private static Bilingual withNote(Bilingual text) {
        return new Bilingual(text.zh() + CHANGED_UNSEEN.zh(), text.en() + " " + CHANGED_UNSEEN.en());
    }

    private static Bilingual numbered(Bilingual label, int number) {
        return new Bilingual(label.zh() + "（第" + number + "行）", label.en() + ", row " + number);
    }

    private static Bilingual inside(Bilingual around, Bilingual label) {
        return around.zh().isEmpty()
                ? label
                : new Bilingual(around.zh() + "：" + label.zh(), around.en() + ": " + label.en());
    }

    private static Bilingual summary(FormRows rows, String rowPath, Map<String, Object> row, Set<String> hidden) {
        var cells = new ArrayList<Bilingual>();
        for (var node : FormView.columns(rows.nodes())) {
            if (node instanceof FormField field
                    && !hidden.contains(rowPath + "." + field.key())
                    && !LimitCheck.isMissing(field, row.get(field.key()))) {
                cells.add(inside(field.label(), FormText.of(field, row.get(field.key()))));
            }
        }
        return new Bilingual(
                cells.stream().map(Bilingual::zh).collect(Collectors.joining("；")),
                cells.stream().map(Bilingual::en).collect(Collectors.joining("; ")));
    }
}
