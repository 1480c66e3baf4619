package org.chuyi.workflow.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Checks answers against the form that asked for them, as the browser did and beyond: a request need not come from the
 * browser. Sensitive answers are checked in the clear: decrypt them first.
 */
@Component
public class FormCheck {

    /** The pattern of form-js, which is that of HTML. */
    private static final Pattern EMAIL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+"
            + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    private final Map<String, FieldRule> rules;

    public FormCheck(List<FieldRule> rules) {
        this.rules = rules.stream().collect(Collectors.toUnmodifiableMap(FieldRule::name, Function.identity()));
    }

    /** Everything: for a submission. */
    public FormVerdict check(FormSchema schema, Map<String, ?> answers) {
        var typed = TypedAnswers.of(schema, answers);
        var open = new LinkedHashMap<>(typed.problems());
        var hidden = Visibility.hidden(schema, typed.answers());
        var problems = new ArrayList<FieldProblem>();
        for (var instance : shown(schema, typed.answers(), hidden)) {
            var wrong = open.remove(instance.path());
            if (wrong == null) {
                problems.addAll(problemsOf(instance));
            } else {
                problems.add(wrong);
            }
        }
        problems.addAll(open.values());
        return problems.isEmpty()
                ? new FormVerdict.Checked(kept(schema, typed.answers(), hidden))
                : new FormVerdict.Refused(List.copyOf(problems));
    }

    /** What of a draft can be kept: right types and lengths; nothing is required yet, and hidden fields stay. */
    public DraftAnswers draft(FormSchema schema, Map<String, ?> answers) {
        var typed = TypedAnswers.of(schema, answers);
        var problems = new ArrayList<>(typed.problems().values());
        for (var section : schema.sections()) {
            for (var instance : FieldInstance.all(section.nodes(), typed.answers())) {
                tooLong(instance).ifPresent(problem -> {
                    problems.add(problem);
                    instance.holder().remove(instance.key());
                });
            }
        }
        return new DraftAnswers(typed.answers(), List.copyOf(problems));
    }

    /** How far each section is, for the side bar; sections hidden as a whole are left out. */
    public List<SectionCompleteness> completeness(FormSchema schema, Map<String, ?> answers) {
        var typed = TypedAnswers.of(schema, answers);
        var hidden = Visibility.hidden(schema, typed.answers());
        return schema.sections().stream()
                .map(section -> SectionCompleteness.of(
                        section,
                        FieldInstance.shown(section.nodes(), typed.answers(), hidden),
                        typed.problems().keySet(),
                        this::problemsOf))
                .flatMap(Optional::stream)
                .toList();
    }

    /** @throws BrokenForm if the form names a check that there is not */
    public void requireRules(FormSchema schema) {
        schema.fields().forEach(field -> field.check().ifPresent(name -> {
            if (!rules.containsKey(name)) {
                throw new BrokenForm(
                        schema.source(),
                        0,
                        0,
                        "field \"" + field.path() + "\" asks for the unknown check \"" + name + "\"");
            }
        }));
    }

    private static List<FieldInstance> shown(FormSchema schema, Map<String, Object> answers, Set<String> hidden) {
        return schema.sections().stream()
                .flatMap(section -> FieldInstance.shown(section.nodes(), answers, hidden).stream())
                .toList();
    }

    private static Map<String, Object> kept(FormSchema schema, Map<String, Object> answers, Set<String> hidden) {
        var nodes = schema.sections().stream()
                .flatMap(section -> section.nodes().stream())
                .toList();
        return kept(nodes, "", answers, hidden);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> kept(
            List<FormNode> nodes, String prefix, Map<String, Object> holder, Set<String> hidden) {
        var kept = new LinkedHashMap<String, Object>();
        for (var node : nodes) {
            if (node instanceof FormGroup group) {
                kept.putAll(kept(group.nodes(), prefix, holder, hidden));
            } else if (node instanceof FormField field && !hidden.contains(prefix + field.key())) {
                var value = holder.get(field.key());
                if (!isEmpty(value)) {
                    kept.put(field.key(), value);
                }
            } else if (node instanceof FormRows rows
                    && !hidden.contains(prefix + rows.key())
                    && holder.get(rows.key()) instanceof List<?> list) {
                var path = prefix + rows.key();
                var keptRows = new ArrayList<Map<String, Object>>();
                for (int index = 0; index < list.size(); index++) {
                    var row = (Map<String, Object>) list.get(index);
                    keptRows.add(kept(rows.nodes(), path + "[" + index + "].", row, hidden));
                }
                kept.put(rows.key(), keptRows);
            }
        }
        return kept;
    }

    private List<FieldProblem> problemsOf(FieldInstance instance) {
        if (instance.node() instanceof FormRows rows) {
            var count = instance.value() instanceof List<?> list ? list.size() : 0;
            return count >= rows.minimum()
                    ? List.of()
                    : List.of(problem(instance, "form.problem.tooFewRows", rows.minimum()));
        }
        var field = (FormField) instance.node();
        var value = instance.value();
        if (isMissing(field, value)) {
            return field.limits().required() ? List.of(problem(instance, "form.problem.required")) : List.of();
        }
        if (value instanceof String text && field.type().isText()) {
            return textProblems(instance, field, text);
        }
        if (value instanceof Number number) {
            return numberProblems(instance, field.limits(), new BigDecimal(number.toString()));
        }
        return List.of();
    }

    private List<FieldProblem> textProblems(FieldInstance instance, FormField field, String text) {
        var problems = new ArrayList<FieldProblem>();
        var limits = field.limits();
        var length = Typed.length(text);
        if (limits.minLength() != null && length < limits.minLength()) {
            problems.add(problem(instance, "form.problem.minLength", limits.minLength(), length));
        }
        tooLong(instance).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return problems;
        }
        if (limits.pattern() != null && !limits.pattern().matcher(text).find()) {
            problems.add(patternProblem(instance, limits));
        }
        if (limits.email() && !EMAIL.matcher(text).matches()) {
            problems.add(problem(instance, "form.problem.email"));
        }
        field.check()
                .flatMap(name -> rule(name).test(Typed.trimmed(text)))
                .ifPresent(code -> problems.add(problem(instance, code)));
        return problems;
    }

    private static FieldProblem patternProblem(FieldInstance instance, FieldLimits limits) {
        var message = limits.patternMessage();
        return message.zh().isBlank()
                ? problem(instance, "form.problem.pattern")
                : problem(instance, "form.problem.patternMessage", message.zh(), message.en());
    }

    private FieldRule rule(String name) {
        return Optional.ofNullable(rules.get(name))
                .orElseThrow(() -> new IllegalStateException("No field rule is called " + name));
    }

    private static Optional<FieldProblem> tooLong(FieldInstance instance) {
        if (instance.node() instanceof FormField field
                && field.type().isText()
                && instance.value() instanceof String text
                && Typed.length(text) > field.limits().maxLength()) {
            return Optional.of(
                    problem(instance, "form.problem.maxLength", field.limits().maxLength(), Typed.length(text)));
        }
        return Optional.empty();
    }

    private static List<FieldProblem> numberProblems(FieldInstance instance, FieldLimits limits, BigDecimal number) {
        var problems = new ArrayList<FieldProblem>();
        if (limits.min() != null && number.compareTo(limits.min()) < 0) {
            problems.add(problem(instance, "form.problem.min", limits.min()));
        }
        if (limits.max() != null && number.compareTo(limits.max()) > 0) {
            problems.add(problem(instance, "form.problem.max", limits.max()));
        }
        if (limits.decimalDigits() != null && number.scale() > limits.decimalDigits()) {
            problems.add(
                    limits.decimalDigits() == 0
                            ? problem(instance, "form.problem.wholeNumber")
                            : problem(instance, "form.problem.decimalDigits", limits.decimalDigits()));
        }
        return problems;
    }

    private static FieldProblem problem(FieldInstance instance, String code, Object... arguments) {
        return FieldProblem.of(instance.path(), instance.node().label().zh(), code, arguments);
    }

    /** What form-js takes as not answered, and besides a text of white space only. */
    static boolean isMissing(FormField field, Object value) {
        return isEmpty(value) || field.type() == FieldType.CHECKBOX && Boolean.FALSE.equals(value);
    }

    private static boolean isEmpty(Object value) {
        return value == null
                || value instanceof String text && Typed.isBlank(text)
                || value instanceof List<?> list && list.isEmpty();
    }
}
