package org.chuyi.workflow;

import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a refusal in the reader's language. */
@Component
class RejectionTexts {

    private final MessageSource messages;

    RejectionTexts(MessageSource messages) {
        this.messages = messages;
    }

    String of(TaskRejected rejected) {
        return rejected.problems().stream()
                .map(problem -> (problem.label().isEmpty() ? "" : problem.label() + "：")
                        + messages.getMessage(
                                problem.code(), problem.arguments().toArray(), LocaleContextHolder.getLocale()))
                .collect(Collectors.joining("；"));
    }
}
