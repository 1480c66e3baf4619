package org.chuyi.workflow;

/**
 * The rule of one user task: changes the module's aggregate and says which way the process goes on.
 *
 * <p>Found by the task's id: the bean of task {@code cityReview} is class {@code CityReviewHandler}. Runs inside the
 * engine's transaction, after the gate checked the person and the form.
 */
public interface TaskHandler {

    /** Throws {@link TaskRejected} to leave the task open and tell the person why; nothing is then kept. */
    TaskOutcome complete(CompletedTask task);
}
