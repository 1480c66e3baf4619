package org.chuyi.workflow.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers as somebody sent them, brought to the types of the form. What does not fit is left out and named. Nothing is
 * decided here about what is required or shown.
 */
final class TypedAnswers {

    static final int MAXIMUM_SIZE = 1024 * 1024;
    private static final int MAXIMUM_DEPTH = 8;
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_NAME_SHOWN = 60;

    private final Map<String, Object> answers;
    private final Map<String, FieldProblem> problems = new LinkedHashMap<>();

    private TypedAnswers(FormSchema schema, Map<String, ?> given) {
        var nodes = schema.sections().stream()
                .flatMap(section -> section.nodes().stream())
                .toList();
        if (size(given, 0) > MAXIMUM_SIZE) {
            add("", "", "form.problem.tooLarge");
            answers = new LinkedHashMap<>();
        } else {
            answers = read(nodes, given, "");
        }
    }

    static TypedAnswers of(FormSchema schema, Map<String, ?> given) {
        return new TypedAnswers(schema, given);
    }

    Map<String, Object> answers() {
        return answers;
    }

    /** By path, in the order of the form; unknown names after the fields that stand beside them. */
    Map<String, FieldProblem> problems() {
        return problems;
    }

    private Map<String, Object> read(List<FormNode> nodes, Map<?, ?> given, String prefix) {
        var typed = new LinkedHashMap<String, Object>();
        var known = new HashSet<String>();
        read(nodes, given, prefix, typed, known);
        for (var name : given.keySet()) {
            if (!known.contains(String.valueOf(name))) {
                var shown = shortened(String.valueOf(name));
                add(prefix + shown, shown, "form.problem.unknownField");
            }
        }
        return typed;
    }

    private void read(
            List<FormNode> nodes, Map<?, ?> given, String prefix, Map<String, Object> typed, Set<String> known) {
        for (var node : nodes) {
            if (node instanceof FormGroup group) {
                read(group.nodes(), given, prefix, typed, known);
            } else if (node instanceof FormField field) {
                known.add(field.key());
                if (given.containsKey(field.key())) {
                    field(field, given.get(field.key()), prefix + field.key())
                            .ifPresent(value -> typed.put(field.key(), value));
                }
            } else if (node instanceof FormRows rows) {
                known.add(rows.key());
                if (given.get(rows.key()) != null) {
                    typed.put(rows.key(), rows(rows, given.get(rows.key()), prefix + rows.key()));
                }
            }
        }
    }

    private List<Map<String, Object>> rows(FormRows rows, Object given, String path) {
        var typed = new ArrayList<Map<String, Object>>();
        if (!(given instanceof List<?> list)) {
            add(path, rows.label().zh(), "form.problem.wrongType");
            return typed;
        }
        if (list.size() > rows.maximum()) {
            add(path, rows.label().zh(), "form.problem.tooManyRows", rows.maximum());
        }
        var kept = Math.min(list.size(), FormRows.LIMIT);
        for (int index = 0; index < kept; index++) {
            var rowPath = path + "[" + index + "]";
            if (list.get(index) instanceof Map<?, ?> row) {
                typed.add(read(rows.nodes(), row, rowPath + "."));
            } else {
                add(rowPath, rows.label().zh(), "form.problem.wrongType");
                typed.add(new LinkedHashMap<>());
            }
        }
        return typed;
    }

    private Optional<Object> field(FormField field, Object given, String path) {
        if (given == null) {
            return Optional.ofNullable(field.type().emptyValue());
        }
        return switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> text(field, given, path);
            case NUMBER -> number(field, given, path);
            case DATETIME -> date(field, given, path);
            case SELECT, RADIO -> choice(field, given, path);
            case CHECKLIST -> choices(field, given, path);
            case CHECKBOX -> given instanceof Boolean ? Optional.of(given) : wrongType(field, path);
        };
    }

    private Optional<Object> text(FormField field, Object given, String path) {
        if (!(given instanceof String)) {
            return wrongType(field, path);
        }
        var text = Typed.withPlainLineEnds((String) given);
        if (field.type() == FieldType.TEXTFIELD) {
            text = text.replace('\n', ' ').replace('\t', ' ');
        }
        var control = Typed.controlCharacter(text);
        if (control.isPresent()) {
            add(path, field.label().zh(), "form.problem.controlCharacter", "U+%04X".formatted(control.getAsInt()));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private Optional<Object> number(FormField field, Object given, String path) {
        if ("".equals(given)) {
            return Optional.empty();
        }
        if (!(given instanceof Number)) {
            return wrongType(field, path);
        }
        try {
            var text = given.toString();
            var number = text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
            if (number == null || Math.abs((long) number.scale()) > LONGEST_NUMBER) {
                add(path, field.label().zh(), "form.problem.numberTooLong");
                return Optional.empty();
            }
            return Optional.of(Typed.canonical(number));
        } catch (NumberFormatException infinite) {
            return wrongType(field, path);
        }
    }

    private Optional<Object> date(FormField field, Object given, String path) {
        if ("".equals(given)) {
            return Optional.empty();
        }
        try {
            if (given instanceof String text && text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(LocalDate.parse(text).toString());
            }
        } catch (DateTimeParseException noSuchDay) {
            // Falls through to the same refusal: 2026-02-30 is as little a date as "tomorrow".
        }
        add(path, field.label().zh(), "form.problem.date");
        return Optional.empty();
    }

    private Optional<Object> choice(FormField field, Object given, String path) {
        if ("".equals(given)) {
            return Optional.empty();
        }
        if (!(given instanceof String)) {
            return wrongType(field, path);
        }
        if (field.option(given).isEmpty()) {
            add(path, field.label().zh(), "form.problem.option");
            return Optional.empty();
        }
        return Optional.of(given);
    }

    private Optional<Object> choices(FormField field, Object given, String path) {
        if (!(given instanceof List<?> list)) {
            return wrongType(field, path);
        }
        if (!list.stream().allMatch(choice -> field.option(choice).isPresent())) {
            add(path, field.label().zh(), "form.problem.option");
            return Optional.empty();
        }
        return Optional.of(List.copyOf(new LinkedHashSet<>(list)));
    }

    private Optional<Object> wrongType(FormField field, String path) {
        add(path, field.label().zh(), "form.problem.wrongType");
        return Optional.empty();
    }

    private void add(String path, String label, String code, Object... arguments) {
        problems.putIfAbsent(path, FieldProblem.of(path, label, code, arguments));
    }

    private static String shortened(String name) {
        var shown = name.replaceAll("\\p{Cntrl}", "\uFFFD");
        return shown.length() > LONGEST_NAME_SHOWN ? shown.substring(0, LONGEST_NAME_SHOWN) + "…" : shown;
    }

    /** About the bytes of the JSON; anything nested too deep counts as too large. */
    private static long size(Object value, int depth) {
        if (depth > MAXIMUM_DEPTH) {
            return MAXIMUM_SIZE + 1L;
        }
        long size = 2;
        if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                size += size(String.valueOf(entry.getKey()), depth + 1) + size(entry.getValue(), depth + 1);
            }
        } else if (value instanceof Iterable<?> list) {
            for (var element : list) {
                size += size(element, depth + 1);
            }
        } else if (value instanceof String text) {
            size += bytes(text);
        }
        return size;
    }

    private static long bytes(String text) {
        long bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        }
        return bytes;
    }
}
