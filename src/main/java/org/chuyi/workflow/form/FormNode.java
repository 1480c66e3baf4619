package org.chuyi.workflow.form;

import java.util.Optional;

/** Something in a form, in the order of the form. */
public sealed interface FormNode permits FormField, FormRows, FormGroup, FormHint {

    Bilingual label();

    /** When it is hidden; empty if never. */
    Optional<HideCondition> hiddenIf();
}
