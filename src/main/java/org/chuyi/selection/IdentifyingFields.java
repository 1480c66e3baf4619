package org.chuyi.selection;

import org.chuyi.workflow.form.FormField;
import org.chuyi.workflow.form.FormSchema;

/**
 * Which fields of an application tell who applies. An application may be older than the marks in its form: what the pack
 * marks today is hidden too.
 */
record IdentifyingFields(FormSchema today) {

    boolean isHidden(FormField field) {
        return field.identifying().isPresent()
                || today.field(field.path()).flatMap(FormField::identifying).isPresent();
    }

    boolean isName(FormField field) {
        return field.identifying()
                .or(() -> today.field(field.path()).flatMap(FormField::identifying))
                .filter("name"::equals)
                .isPresent();
    }
}
