package org.chuyi.workflow.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How far a section is.
 *
 * @param required fields, and lists with a least number of rows, that must be filled in and are shown
 * @param filled how many of those are
 * @param problems wrong answers; those that are only missing are not among them
 */
public record SectionCompleteness(String section, Bilingual label, int required, int filled, int problems) {

    public boolean complete() {
        return filled == required && problems == 0;
    }

    static List<SectionCompleteness> of(
            FormSchema schema, Map<String, ?> answers, Function<FieldInstance, List<FieldProblem>> problemsOf) {
        var typed = TypedAnswers.of(schema, answers);
        var hidden = Visibility.hidden(schema, typed.answers());
        return schema.sections().stream()
                .map(section -> of(
                        section,
                        FieldInstance.shown(section.nodes(), typed.answers(), hidden),
                        typed.problems().keySet(),
                        problemsOf))
                .flatMap(Optional::stream)
                .toList();
    }

    /** @param alreadyWrong paths whose answers are of a wrong type */
    private static Optional<SectionCompleteness> of(
            FormSection section,
            List<FieldInstance> shown,
            Set<String> alreadyWrong,
            Function<FieldInstance, List<FieldProblem>> problemsOf) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        int required = 0;
        int filled = 0;
        int problems = 0;
        for (var instance : shown) {
            var wrong = alreadyWrong.contains(instance.path());
            var missing = isMissing(instance);
            if (isRequired(instance)) {
                required++;
                filled += wrong || missing ? 0 : 1;
            }
            if (wrong) {
                problems++;
            } else if (!missing && !isEncrypted(instance)) {
                problems += problemsOf.apply(instance).size();
            }
        }
        return Optional.of(new SectionCompleteness(section.id(), section.label(), required, filled, problems));
    }

    private static boolean isRequired(FieldInstance instance) {
        return instance.node() instanceof FormField field
                ? field.limits().required()
                : ((FormRows) instance.node()).minimum() > 0;
    }

    private static boolean isMissing(FieldInstance instance) {
        if (instance.node() instanceof FormField field) {
            return LimitCheck.isMissing(field, instance.value());
        }
        var rows = (FormRows) instance.node();
        return !(instance.value() instanceof List<?> list) || list.size() < rows.minimum();
    }

    private static boolean isEncrypted(FieldInstance instance) {
        return instance.node() instanceof FormField field
                && field.sensitive().isPresent()
                && FieldCipher.isCipher(instance.value());
    }
}
