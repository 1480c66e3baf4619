package org.chuyi.workflow;

import java.util.List;
import java.util.Locale;
import org.chuyi.shared.WorkCalendar;

/** A case's picture as {@code diagram.js} reads it. */
public record DiagramState(List<Activity> activities, List<String> taken) {

    /**
     * @param state {@code active}, {@code done} or {@code returned}
     * @param note the day on which it was left; empty while the case is there
     */
    public record Activity(String id, String state, String note) {}

    public static DiagramState of(ProcessPictures.Picture picture) {
        return new DiagramState(
                picture.passed().stream()
                        .map(passed -> new Activity(
                                passed.activityId(),
                                passed.state().name().toLowerCase(Locale.ROOT),
                                passed.at()
                                        .map(at -> WorkCalendar.dayOf(at).toString())
                                        .orElse("")))
                        .toList(),
                picture.taken().stream().map(TakenFlow::flowId).toList());
    }
}
