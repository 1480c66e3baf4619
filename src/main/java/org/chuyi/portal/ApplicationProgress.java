package org.chuyi.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The public way of an application, as the stepper shows it: {@code ${@applicationProgress.steps(status, true, true, false)}}. */
@Component
class ApplicationProgress {

    private static final List<String> WAY = List.of(
            "DRAFT", "PARTNER_CONFIRMATION", "SCHOOL_SIGN_OFF", "CITY_REVIEW", "FORMAL_CHECK", "SELECTION", "RESULT");

    private static final Map<String, String> STOPPED = Map.of(
            "REFUSED",
            "stopped",
            "NOT_RECOMMENDED",
            "stopped",
            "NOT_SELECTED",
            "stopped",
            "WITHDRAWN",
            "stopped",
            "EXPIRED",
            "stopped");

    /**
     * @param status the application's status, as text or enum
     * @param partners whether partners confirm
     * @param city whether a city or authority reviews
     * @param selection whether a contest decides
     */
    public List<Step> steps(Object status, boolean partners, boolean city, boolean selection) {
        var code = String.valueOf(status);
        var way = new ArrayList<>(WAY);
        if (!partners) {
            way.remove("PARTNER_CONFIRMATION");
        }
        if (!city) {
            way.remove("CITY_REVIEW");
        }
        if (!selection) {
            way.remove("SELECTION");
        }
        var here = way.indexOf(placeOf(code));
        var steps = new ArrayList<Step>();
        for (int place = 0; place < way.size(); place++) {
            steps.add(new Step("portal.step." + way.get(place), stateAt(place, here, code)));
        }
        return steps;
    }

    private static String placeOf(String code) {
        return switch (code) {
            case "RETURNED" -> "DRAFT";
            case "APPROVED", "REFUSED", "NOT_RECOMMENDED", "NOT_SELECTED", "WITHDRAWN", "EXPIRED" -> "RESULT";
            case "RECOMMENDATION" -> "CITY_REVIEW";
            default -> code;
        };
    }

    private static String stateAt(int place, int here, String code) {
        if (place < here) {
            return STOPPED.containsKey(code) ? "passed" : "done";
        }
        if (place > here) {
            return "todo";
        }
        return switch (code) {
            case "RETURNED" -> "returned";
            case "APPROVED" -> "done";
            default -> STOPPED.getOrDefault(code, "active");
        };
    }

    /** One step; {@code label} is a message key, {@code state} one of done, passed, active, returned, stopped, todo. */
    public record Step(String label, String state) {}
}
