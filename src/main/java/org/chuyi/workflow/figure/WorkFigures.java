package org.chuyi.workflow.figure;

import java.util.List;

/**
 * A person's or an organisation's work.
 *
 * @param dueThisWeek open, due by the end of this week and not overdue
 * @param done in the last 30 days
 * @param stages what was done in the last 90 days, by its step; the most first
 */
public record WorkFigures(long open, long dueThisWeek, long overdue, long done, List<Stage> stages) {

    /**
     * @param taskKey the user task's id in the model
     * @param open of the step now
     * @param done of it in the last 90 days
     * @param medianWorkdays from the day it came to the day it was done, the first not counted; 0 on the same day
     */
    public record Stage(String taskKey, long open, long done, int medianWorkdays) {}
}
