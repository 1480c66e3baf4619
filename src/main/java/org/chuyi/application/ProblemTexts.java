package org.chuyi.application;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chuyi.organisation.OrganisationKind;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Problems as a person reads them. */
@Component
public class ProblemTexts {

    private static final Pattern ROW = Pattern.compile("\\[(\\d+)]");

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param path where in the form, {@code material.<code>}, or empty
     * @param label the field's label, with the number of its row; empty when it concerns the whole application
     */
    public record ProblemText(String path, String label, String message) {}

    public List<ProblemText> of(List<FieldProblem> problems, FormSchema schema, Locale locale) {
        return problems.stream()
                .map(problem -> new ProblemText(
                        problem.path(), label(problem, Optional.of(schema), locale), message(problem, locale)))
                .toList();
    }

    public List<ProblemText> of(List<FieldProblem> problems, Locale locale) {
        return problems.stream()
                .map(problem -> new ProblemText(
                        problem.path(), label(problem, Optional.empty(), locale), message(problem, locale)))
                .toList();
    }

    private String label(FieldProblem problem, Optional<FormSchema> schema, Locale locale) {
        String label = schema.flatMap(form -> form.field(problem.path()))
                .map(field -> field.label().in(locale))
                .orElse(problem.label());
        Matcher row = ROW.matcher(problem.path());
        return row.find() && !label.isEmpty()
                ? messages.getMessage(
                        "application.problem.row", new Object[] {label, Integer.parseInt(row.group(1)) + 1}, locale)
                : label;
    }

    private String message(FieldProblem problem, Locale locale) {
        Object[] arguments = problem.arguments().stream()
                .map(argument -> argument(argument, locale))
                .toArray();
        return messages.getMessage(problem.code(), arguments, locale);
    }

    /** Kinds of organisations come by their stored names. */
    private Object argument(Object argument, Locale locale) {
        return argument instanceof String text && isKind(text)
                ? messages.getMessage("programme.kind." + text, null, locale)
                : argument;
    }

    private static boolean isKind(String text) {
        return List.of(OrganisationKind.values()).stream()
                .anyMatch(kind -> kind.name().equals(text));
    }
}
