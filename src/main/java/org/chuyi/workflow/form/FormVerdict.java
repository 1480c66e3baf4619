package org.chuyi.workflow.form;

import java.util.List;
import java.util.Map;

/** What the check of answers came to. */
public sealed interface FormVerdict {

    /**
     * @param answers in the order of the form, only what it names and shows; empty answers are left out; the types are
     *     those of {@link FieldType}
     */
    record Checked(Map<String, Object> answers) implements FormVerdict {}

    /** @param problems in the order of the form, never empty; what concerns the form as a whole has an empty path */
    record Refused(List<FieldProblem> problems) implements FormVerdict {}
}
