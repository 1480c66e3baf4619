package org.chuyi.workflow.bulk;

import java.util.List;
import java.util.Optional;
import org.chuyi.workflow.InboxTask;
import org.chuyi.workflow.form.FormSchema;

/**
 * What of the chosen tasks can be done together, as things stand now.
 *
 * @param kind empty where none can be done
 */
public record BulkPlan(Optional<Kind> kind, List<InboxTask> taken, List<LeftOut> leftOut) {

    /** One user task with one version of its form. */
    public record Kind(String taskKey, FormSchema form) {}

    /**
     * @param task empty where there is none that this person may see
     * @param reason message key; takes {@code detail}
     */
    public record LeftOut(String taskId, Optional<InboxTask> task, String reason, String detail) {}

    public int chosen() {
        return taken.size() + leftOut.size();
    }
}
