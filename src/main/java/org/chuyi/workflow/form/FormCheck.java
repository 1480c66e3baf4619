package org.chuyi.workflow.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Checks answers against the form that asked for them, as the browser did and beyond: a request need not come from the
 * browser. Sensitive answers are checked in the clear: decrypt them first.
 */
@Component
public class FormCheck {

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

    /** The lists of rows that the form shows for these answers. */
    public List<FormRows> rowsShown(FormSchema schema, Map<String, ?> answers) {
        var typed = TypedAnswers.of(schema, answers).answers();
        return shown(schema, typed, Visibility.hidden(schema, typed)).stream()
                .map(FieldInstance::node)
                .filter(FormRows.class::isInstance)
                .map(FormRows.class::cast)
                .toList();
    }

    /**
     * What of a draft can be kept: right types, and of texts also those that are still too long for a submission, lest
     * somebody lose what she is about to shorten. Nothing is required yet, and hidden fields stay.
     */
    public DraftAnswers draft(FormSchema schema, Map<String, ?> answers) {
        var typed = TypedAnswers.of(schema, answers);
        var problems = new ArrayList<>(typed.problems().values());
        for (var section : schema.sections()) {
            for (var instance : FieldInstance.all(section.nodes(), typed.answers())) {
                LimitCheck.tooLongForADraft(instance).ifPresent(problem -> {
                    problems.add(problem);
                    instance.holder().remove(instance.key());
                });
            }
        }
        return new DraftAnswers(typed.answers(), List.copyOf(problems));
    }

    /**
     * How far each section is, for the side bar; sections hidden as a whole are left out. Encrypted answers count as
     * filled without being read.
     */
    public List<SectionCompleteness> completeness(FormSchema schema, Map<String, ?> answers) {
        return SectionCompleteness.of(schema, answers, this::problemsOf);
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
                if (!LimitCheck.isEmpty(value)) {
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
        var problems = LimitCheck.problemsOf(instance);
        if (problems.isEmpty()
                && instance.node() instanceof FormField field
                && instance.value() instanceof String text) {
            return ruleProblem(instance, field, Typed.trimmed(text)).stream().toList();
        }
        return problems;
    }

    private Optional<FieldProblem> ruleProblem(FieldInstance instance, FormField field, String text) {
        if (field.check().isEmpty() || text.isEmpty()) {
            return Optional.empty();
        }
        var rule = rules.get(field.check().get());
        if (rule == null) {
            throw new IllegalStateException(
                    "No field rule is called " + field.check().get());
        }
        return rule.test(text).map(code -> instance.problem(code));
    }
}
