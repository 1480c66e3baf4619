package org.chuyi.workflow.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The limits that form-js knows too, for an answer of the right type. */
final class LimitCheck {

    /** The pattern of form-js, which is that of HTML. */
    private static final Pattern EMAIL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+"
            + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    private static final int LONGEST_IN_A_DRAFT = 20_000;

    private LimitCheck() {}

    static List<FieldProblem> problemsOf(FieldInstance instance) {
        if (instance.node() instanceof FormRows rows) {
            var count = instance.value() instanceof List<?> list ? list.size() : 0;
            return count >= rows.minimum()
                    ? List.of()
                    : List.of(instance.problem("form.problem.tooFewRows", rows.minimum()));
        }
        var field = (FormField) instance.node();
        var value = instance.value();
        if (isMissing(field, value)) {
            return field.limits().required() ? List.of(instance.problem("form.problem.required")) : List.of();
        }
        if (value instanceof String text && field.type().isText()) {
            return textProblems(instance, field, text);
        }
        if (value instanceof Number number) {
            return numberProblems(instance, field.limits(), new BigDecimal(number.toString()));
        }
        return List.of();
    }

    private static List<FieldProblem> textProblems(FieldInstance instance, FormField field, String text) {
        var problems = new ArrayList<FieldProblem>();
        var limits = field.limits();
        var length = Typed.length(text);
        if (limits.minLength() != null && length < limits.minLength()) {
            problems.add(instance.problem("form.problem.minLength", limits.minLength(), length));
        }
        tooLong(instance).ifPresent(problems::add);
        if (!problems.isEmpty()) {
            return problems;
        }
        if (limits.pattern() != null && !limits.pattern().matcher(text).find()) {
            problems.add(patternProblem(instance, limits));
        }
        if (limits.email() && !EMAIL.matcher(text).matches()) {
            problems.add(instance.problem("form.problem.email"));
        }
        return problems;
    }

    private static FieldProblem patternProblem(FieldInstance instance, FieldLimits limits) {
        var message = limits.patternMessage();
        return message.zh().isBlank()
                ? instance.problem("form.problem.pattern")
                : instance.problem("form.problem.patternMessage", message.zh(), message.en());
    }

    static Optional<FieldProblem> tooLong(FieldInstance instance) {
        return longerThan(0, instance);
    }

    static Optional<FieldProblem> tooLongForADraft(FieldInstance instance) {
        return longerThan(LONGEST_IN_A_DRAFT, instance);
    }

    private static Optional<FieldProblem> longerThan(int allowed, FieldInstance instance) {
        if (instance.node() instanceof FormField field
                && field.type().isText()
                && instance.value() instanceof String text
                && Typed.length(text) > Math.max(allowed, field.limits().maxLength())) {
            return Optional.of(
                    instance.problem("form.problem.maxLength", field.limits().maxLength(), Typed.length(text)));
        }
        return Optional.empty();
    }

    private static List<FieldProblem> numberProblems(FieldInstance instance, FieldLimits limits, BigDecimal number) {
        var problems = new ArrayList<FieldProblem>();
        if (limits.min() != null && number.compareTo(limits.min()) < 0) {
            problems.add(instance.problem("form.problem.min", limits.min()));
        }
        if (limits.max() != null && number.compareTo(limits.max()) > 0) {
            problems.add(instance.problem("form.problem.max", limits.max()));
        }
        if (limits.decimalDigits() != null && number.scale() > limits.decimalDigits()) {
            problems.add(
                    limits.decimalDigits() == 0
                            ? instance.problem("form.problem.wholeNumber")
                            : instance.problem("form.problem.decimalDigits", limits.decimalDigits()));
        }
        return problems;
    }

    /** What form-js takes as not answered, and besides a text of white space only. */
    static boolean isMissing(FormField field, Object value) {
        return isEmpty(value) || field.type() == FieldType.CHECKBOX && Boolean.FALSE.equals(value);
    }

    static boolean isEmpty(Object value) {
        return value == null
                || value instanceof String text && Typed.isBlank(text)
                || value instanceof List<?> list && list.isEmpty();
    }
}
