package org.chuyi.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chuyi.organisation.ApiProblem;
import org.chuyi.organisation.ApiProblemKind;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Problems as a person reads them, in her language. */
@Component
public class ProblemTexts {

    private static final Pattern ROW = Pattern.compile("\\[(\\d+)]");

    /** An argument that is itself the key of a text, e.g. the name of an organisation's kind. */
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[A-Za-z_]+)+");

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * As {@code form.js} takes it.
     *
     * @param path as in {@link FieldProblem}
     * @param label the field's label, with the number of its row; empty when it concerns the whole form
     */
    public record ProblemText(String path, String label, String message) {}

    /** @param form takes its labels from there, in that language; without it they are as the problem has them */
    public List<ProblemText> of(List<FieldProblem> problems, Optional<FormSchema> form, Locale locale) {
        return problems.stream()
                .map(problem -> new ProblemText(problem.path(), label(problem, form, locale), message(problem, locale)))
                .toList();
    }

    private String label(FieldProblem problem, Optional<FormSchema> form, Locale locale) {
        String label = form.flatMap(schema -> schema.field(problem.path()))
                .map(field -> field.label().in(locale))
                .orElse(problem.label());
        Matcher row = ROW.matcher(problem.path());
        return row.find() && !label.isEmpty()
                ? messages.getMessage(
                        "workflow.problem.row", new Object[] {label, Integer.parseInt(row.group(1)) + 1}, locale)
                : label;
    }

    private String message(FieldProblem problem, Locale locale) {
        Object[] arguments = problem.arguments().stream()
                .map(argument -> argument(argument, locale))
                .toArray();
        return messages.getMessage(problem.code(), arguments, locale);
    }

    private Object argument(Object argument, Locale locale) {
        return argument instanceof String text && KEY.matcher(text).matches()
                ? messages.getMessage(text, null, text, locale)
                : argument;
    }

    /** Answers that were not accepted, as a problem of the API. */
    public ApiProblem refusal(List<FieldProblem> found, Optional<FormSchema> form, Locale locale) {
        return ApiProblem.of(ApiProblemKind.INVALID_ANSWERS).with("problems", of(found, form, locale));
    }
}
