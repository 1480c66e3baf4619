package org.chuyi.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chuyi.workflow.form.FieldProblem;
import org.chuyi.workflow.form.FormSchema;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what is wrong with answers in the reader's language. */
@Component
public class ProblemTexts {

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** As {@code form.js} takes it; {@code path} as in {@link FieldProblem}. */
    public record ProblemText(String path, String label, String message) {}

    /** @param form takes its labels from there, in that language; without it they are as the problem has them */
    public List<ProblemText> of(List<FieldProblem> problems, Optional<FormSchema> form, Locale locale) {
        return problems.stream()
                .map(problem -> new ProblemText(
                        problem.path(),
                        form.flatMap(schema -> schema.field(problem.path()))
                                .map(field -> field.label().in(locale))
                                .orElse(problem.label()),
                        messages.getMessage(problem.code(), problem.arguments().toArray(), locale)))
                .toList();
    }
}
