package org.chuyi.workflow.form;

import java.util.Optional;

/** A check that a form asks for by name in a field's custom property {@code check}; a bean. */
public interface FieldRule {

    String name();

    /**
     * @param value not blank, without white space around it
     * @return message key of what is wrong, e.g. {@code form.problem.identityNumber}
     */
    Optional<String> test(String value);
}
