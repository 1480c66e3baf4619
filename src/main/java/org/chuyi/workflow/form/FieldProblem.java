package org.chuyi.workflow.form;

import java.util.List;

/**
 * What is wrong with one field, said by a message key so that it can be shown in the reader's language.
 *
 * @param path where: the field's key; in repeated rows {@code partners[2].name}; empty when it concerns the whole form
 * @param label the field's label in the form, for messages away from the form
 * @param code message key, e.g. {@code form.problem.required}
 * @param arguments the message's arguments: strings and numbers
 */
public record FieldProblem(String path, String label, String code, List<Object> arguments) {
    public static FieldProblem of(String path, String label, String code, Object... arguments) {
        return new FieldProblem(path, label, code, List.of(arguments));
    }
}
