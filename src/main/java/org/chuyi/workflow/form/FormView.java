package org.chuyi.workflow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A filled-in form to read or print, without the browser's help: what the form shows for these answers, sensitive ones
 * masked.
 */
public record FormView(List<Section> sections) {

    private static final int LONGEST_SHORT_TEXT = 60;

    /** @param items in the order of the form */
    public record Section(String id, String label, List<Item> items) {}

    public enum Kind {
        /** A line of its own over the items that follow; no value. */
        HEADING,
        /** A value of few words. */
        SHORT,
        /** A text that needs the whole width; keep its line ends. */
        LONG,
        /** Repeated rows. */
        TABLE
    }

    /**
     * @param path where in the answers; empty for a heading
     * @param value empty if not answered, and for tables
     * @param table empty for all but tables
     */
    public record Item(String path, String label, Kind kind, String value, Table table) {
        private Item with(UnaryOperator<String> change) {
            return new Item(path, label, kind, change.apply(value), table.with(change));
        }
    }

    /** @param rows each with a cell for each heading */
    public record Table(List<String> headings, List<List<String>> rows) {
        static final Table NONE = new Table(List.of(), List.of());

        private Table with(UnaryOperator<String> change) {
            return new Table(
                    headings,
                    rows.stream().map(row -> row.stream().map(change).toList()).toList());
        }
    }

    /** @param answers of any origin: drafts too, encrypted, masked or in the clear */
    public static FormView of(FormSchema schema, Map<String, ?> answers, Locale locale) {
        return of(schema, answers, locale, field -> true);
    }

    /** @param shown which fields; conditions still see the answers of all */
    public static FormView of(FormSchema schema, Map<String, ?> answers, Locale locale, Predicate<FormField> shown) {
        var typed = TypedAnswers.of(schema, answers).answers();
        var hidden = Visibility.hidden(schema, typed);
        var builder = new Builder(hidden, locale, shown);
        return new FormView(schema.sections().stream()
                .map(section -> new Section(
                        section.id(), section.label().in(locale), builder.items(section.nodes(), "", typed)))
                .filter(section -> !section.items().isEmpty())
                .toList());
    }

    /** The same with every answer changed so, in tables too; labels are the form's own. */
    public FormView withTexts(UnaryOperator<String> change) {
        return new FormView(sections.stream()
                .map(section -> new Section(
                        section.id(),
                        section.label(),
                        section.items().stream().map(item -> item.with(change)).toList()))
                .toList());
    }

    /** Of all fields and lists just this one. */
    public FormView only(String path) {
        return new FormView(sections.stream()
                .map(section -> new Section(
                        section.id(),
                        section.label(),
                        section.items().stream()
                                .filter(item -> item.path().equals(path))
                                .toList()))
                .filter(section -> !section.items().isEmpty())
                .toList());
    }

    private record Builder(Set<String> hidden, Locale locale, Predicate<FormField> shown) {

        List<Item> items(List<FormNode> nodes, String prefix, Map<String, Object> holder) {
            var items = new ArrayList<Item>();
            for (var node : nodes) {
                if (node instanceof FormGroup group) {
                    var inside = items(group.nodes(), prefix, holder);
                    if (!inside.isEmpty()) {
                        items.add(new Item("", label(group), Kind.HEADING, "", Table.NONE));
                        items.addAll(inside);
                    }
                } else if (node instanceof FormField field
                        && shown.test(field)
                        && !hidden.contains(prefix + field.key())) {
                    items.add(item(field, prefix + field.key(), holder));
                } else if (node instanceof FormRows rows && !hidden.contains(prefix + rows.key())) {
                    var path = prefix + rows.key();
                    items.add(new Item(path, label(rows), Kind.TABLE, "", table(rows, path, holder)));
                }
            }
            return items;
        }

        private Item item(FormField field, String path, Map<String, Object> holder) {
            var text = FormText.of(field, holder.get(field.key()), locale);
            var isLong =
                    field.type() == FieldType.TEXTAREA || text.codePointCount(0, text.length()) > LONGEST_SHORT_TEXT;
            return new Item(path, label(field), isLong ? Kind.LONG : Kind.SHORT, text, Table.NONE);
        }

        private Table table(FormRows rows, String path, Map<String, Object> holder) {
            var list = rowsIn(holder, rows);
            var columns = columns(rows.nodes()).stream()
                    .filter(column -> !(column instanceof FormField field) || shown.test(field))
                    .filter(column -> list.isEmpty() || isShownSomewhere(column, path, list.size()))
                    .toList();
            var cells = new ArrayList<List<String>>();
            for (int index = 0; index < list.size(); index++) {
                var rowPath = path + "[" + index + "].";
                var row = list.get(index);
                cells.add(columns.stream()
                        .map(column -> cell(column, rowPath, row))
                        .toList());
            }
            return new Table(columns.stream().map(this::label).toList(), cells);
        }

        private boolean isShownSomewhere(FormNode column, String path, int rows) {
            for (int index = 0; index < rows; index++) {
                if (!hidden.contains(path + "[" + index + "]." + key(column))) {
                    return true;
                }
            }
            return false;
        }

        private String cell(FormNode column, String rowPath, Map<String, Object> row) {
            var path = rowPath + key(column);
            if (hidden.contains(path)) {
                return "";
            }
            if (column instanceof FormField field) {
                return FormText.of(field, row.get(field.key()), locale);
            }
            var inner = table((FormRows) column, path, row);
            return inner.rows().stream()
                    .map(cells -> String.join(Bilingual.isEnglish(locale) ? ", " : "，", cells))
                    .collect(Collectors.joining("\n"));
        }

        private String label(FormNode node) {
            return node.label().in(locale);
        }
    }

    private static String key(FormNode column) {
        return column instanceof FormField field ? field.key() : ((FormRows) column).key();
    }

    /** Fields and lists of a row, those of groups in it too. */
    static List<FormNode> columns(List<FormNode> nodes) {
        var columns = new ArrayList<FormNode>();
        for (var node : nodes) {
            if (node instanceof FormGroup group) {
                columns.addAll(columns(group.nodes()));
            } else if (!(node instanceof FormHint)) {
                columns.add(node);
            }
        }
        return columns;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> rowsIn(Map<String, Object> holder, FormRows rows) {
        return holder.get(rows.key()) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }
}
