package org.chuyi.application;

import org.chuyi.workflow.form.FieldProblem;

/** What became of the wish to add or remove a file. */
public sealed interface MaterialChange {

    record Stored(Attachment attachment) implements MaterialChange {}

    /** Its row is kept, and every frozen version that names it. */
    record Removed(Attachment attachment) implements MaterialChange {}

    /** Nothing has changed. */
    record Refused(FieldProblem problem) implements MaterialChange {}

    /** There is no such application, or file, that this person may write. */
    record NotThere() implements MaterialChange {}
}
