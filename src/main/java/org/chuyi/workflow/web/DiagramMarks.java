package org.chuyi.workflow.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chuyi.workflow.InstanceState;
import org.chuyi.workflow.ModelState;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What {@code diagram.js} draws upon the administrator's diagrams. */
@Component
class DiagramMarks {

    private final MessageSource messages;

    DiagramMarks(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param state {@code active} puts the token there, {@code done} and {@code busy} colour it; null: neither
     * @param note the same in words
     * @param href where a click leads
     * @param badges figures on its corner
     */
    record Mark(String id, String state, String note, String href, boolean chosen, List<Badge> badges) {}

    /** @param kind running, overdue or incidents */
    record Badge(String kind, long figure, String label) {}

    List<Mark> of(ModelState model, Optional<String> chosen, Locale locale) {
        return model.steps().stream()
                .map(step -> {
                    var badges = badges(step, locale);
                    return new Mark(
                            step.activityId(),
                            step.running() > 0 ? "busy" : null,
                            String.join(", ", badges.stream().map(Badge::label).toList()),
                            href(model, step),
                            chosen.filter(step.activityId()::equals).isPresent(),
                            badges);
                })
                .toList();
    }

    /** Each activity once: where the token is, then what was done, then what was left another way. */
    static List<Mark> of(InstanceState instance) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (var activity : instance.activities()) {
            if (!activity.canceled()) {
                marks.merge(
                        activity.activityId(),
                        new Mark(
                                activity.activityId(),
                                activity.isActive() ? "active" : "done",
                                null,
                                null,
                                false,
                                List.of()),
                        (before, now) -> "active".equals(before.state()) ? before : now);
            }
        }
        return List.copyOf(marks.values());
    }

    private List<Badge> badges(ModelState.Step step, Locale locale) {
        var badges = new ArrayList<Badge>();
        add(badges, "running", step.running(), locale);
        add(badges, "overdue", step.overdue(), locale);
        add(badges, "incidents", step.incidents(), locale);
        return badges;
    }

    private void add(List<Badge> badges, String kind, long figure, Locale locale) {
        if (figure > 0) {
            badges.add(new Badge(
                    kind, figure, messages.getMessage("workflow.model.badge." + kind, new Object[] {figure}, locale)));
        }
    }

    private static String href(ModelState model, ModelState.Step step) {
        return UriComponentsBuilder.fromPath("/administration/processes/models/{key}")
                .queryParam("version", model.version().number())
                .queryParam("step", step.activityId())
                .fragment("waiting")
                .build(model.key())
                .toString();
    }
}
