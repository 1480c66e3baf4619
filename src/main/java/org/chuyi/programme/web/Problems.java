package org.chuyi.programme.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chuyi.workflow.form.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;

/** What is wrong with a form, by field, in the reader's language: the first problem of each. */
@Component
class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    Map<String, String> of(BindingResult result, Locale locale) {
        Map<String, String> texts = new LinkedHashMap<>();
        result.getFieldErrors()
                .forEach(error -> texts.putIfAbsent(
                        error.getField(),
                        error.isBindingFailure()
                                ? messages.getMessage("programme.round.problem.notUnderstood", null, locale)
                                : error.getDefaultMessage()));
        return texts;
    }

    Map<String, String> of(List<FieldProblem> problems, Locale locale) {
        Map<String, String> texts = new LinkedHashMap<>();
        problems.forEach(problem -> texts.putIfAbsent(
                problem.path(),
                messages.getMessage(problem.code(), problem.arguments().toArray(), locale)));
        return texts;
    }
}
