package org.chuyi.workflow.bulk;

import java.util.List;
import org.chuyi.workflow.form.FieldProblem;

/** What became of the wish to complete many tasks at once. */
public sealed interface BulkStart {

    /** Under way, now or by an earlier request with the same key. */
    record Begun(long bulk, long work) implements BulkStart {}

    /** The answers were not accepted; nothing has begun. */
    record Rejected(List<FieldProblem> problems) implements BulkStart {}

    /** None of the tasks can be done so; the rows of the plan say why. */
    record NothingToDo(BulkPlan plan) implements BulkStart {}
}
