package org.chuyi.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.chuyi.workflow.form.FieldProblem;

/** 专家库不足: what a panel is short of, specialty by specialty, and on which grounds experts were left out. */
final class PoolShortage {

    private static final int GROUPS = 4;

    private PoolShortage() {}

    /** Empty when the panel can be filled. */
    static List<FieldProblem> of(DrawConditions conditions, List<DrawCandidate> pool) {
        var seating = new PanelSeating(conditions);
        List<DrawCandidate> able =
                pool.stream().filter(DrawCandidate::isEligible).toList();
        int missing = seating.size() - seating.mostSeated(able);
        if (missing == 0) {
            return List.of();
        }
        List<FieldProblem> problems = new ArrayList<>();
        problems.add(FieldProblem.of(
                "", "", "selection.draw.problem.short", seating.size(), seating.size() - missing, missing));
        conditions.seats().forEach((specialty, seats) -> ofSpecialty(specialty, seats, pool, problems));
        if (problems.size() == 1 && !conditions.limitedCities().isEmpty()) {
            problems.add(FieldProblem.of("", "", "selection.draw.problem.cities", conditions.mostOfACity()));
        } else if (problems.size() == 1) {
            problems.add(FieldProblem.of("", "", "selection.draw.problem.overlap"));
        }
        return problems;
    }

    private static void ofSpecialty(
            Specialty specialty, int seats, List<DrawCandidate> pool, List<FieldProblem> problems) {
        List<DrawCandidate> fitting =
                pool.stream().filter(candidate -> candidate.fits(specialty)).toList();
        int able = (int) fitting.stream().filter(DrawCandidate::isEligible).count();
        if (able < seats) {
            List<Object> arguments =
                    new ArrayList<>(List.of(specialty.message(), seats, able, seats - able, fitting.size()));
            leftOut(fitting).values().forEach(arguments::add);
            problems.add(FieldProblem.of("", "", "selection.draw.problem.specialty", arguments.toArray()));
        }
    }

    /** How many by each group of grounds, each expert by her first: recusal, dates, panels, inactive. */
    private static Map<String, Integer> leftOut(List<DrawCandidate> fitting) {
        Map<String, Integer> counts = new java.util.LinkedHashMap<>(GROUPS);
        List.of("recusal", "unavailable", "busy", "inactive").forEach(group -> counts.put(group, 0));
        fitting.stream()
                .filter(candidate -> !candidate.isEligible())
                .forEach(candidate -> counts.merge(groupOf(candidate.grounds()), 1, Integer::sum));
        return counts;
    }

    private static String groupOf(List<DrawGround> grounds) {
        if (grounds.stream().anyMatch(DrawGround::isRecusal)) {
            return "recusal";
        }
        return Arrays.asList("inactive", "unavailable", "busy")
                .get(grounds.get(0).ordinal());
    }
}
