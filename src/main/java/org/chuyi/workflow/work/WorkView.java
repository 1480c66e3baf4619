package org.chuyi.workflow.work;

import java.util.Optional;

/**
 * A piece of work as its reader sees it.
 *
 * @param titleKey message key of the kind's name
 * @param stuck its attempts are used up; it goes on when the administrator has removed the cause
 * @param file the result, also after its content was deleted
 * @param fileKept whether the content can still be fetched
 * @param resultPage where what came out is told, row by row
 */
public record WorkView(
        BackgroundWork work,
        String titleKey,
        boolean stuck,
        Optional<WorkFile> file,
        boolean fileKept,
        Optional<String> resultPage) {

    /** {@code WAITING}, {@code RUNNING}, {@code FINISHED}, {@code FAILED} or {@code STUCK}. */
    public String state() {
        return stuck && !work.isOver() ? "STUCK" : work.state().name();
    }

    /** Items may have been added or withdrawn since they were counted. */
    public int done() {
        return Math.min(work.done(), total());
    }

    public int total() {
        return work.state() == BackgroundWork.State.FINISHED ? work.done() : work.total();
    }

    public int percent() {
        if (work.state() == BackgroundWork.State.FINISHED) {
            return 100;
        }
        return total() == 0 ? 0 : (int) (100L * done() / total());
    }
}
