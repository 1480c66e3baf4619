package org.chuyi.programme;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The limit of each step of a round's selection, in workdays: the default where the round says nothing else. */
public record SelectionWorkdays(Map<SelectionStep, Integer> days) {

    public static final SelectionWorkdays DEFAULT = new SelectionWorkdays(Map.of());

    public SelectionWorkdays {
        Map<SelectionStep, Integer> complete = new EnumMap<>(SelectionStep.class);
        for (SelectionStep step : SelectionStep.values()) {
            complete.put(step, days.getOrDefault(step, step.byDefault()));
        }
        days = Collections.unmodifiableMap(complete);
    }

    public int of(SelectionStep step) {
        return days.get(step);
    }
}
