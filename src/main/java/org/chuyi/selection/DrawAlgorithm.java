package org.chuyi.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chuyi.shared.Sha256;

/**
 * 抽取算法, in words in decision record 9. Chance is in the seed alone: the same seed, conditions and pool give the same
 * panel and the same order of those who stand by, whoever computes it and wherever.
 */
final class DrawAlgorithm {

    /** Changes with any change of the rule; stored with each draw. */
    static final String VERSION = "1";

    private DrawAlgorithm() {}

    /** @param seat the specialty for which she was drawn; empty for one who stands by */
    record Place(int position, DrawCandidate expert, Optional<Specialty> seat) {

        /** A line of the result as its checksum is made of. */
        String line() {
            return position + " " + expert.login() + " " + seat.map(Enum::name).orElse("-");
        }
    }

    /** Empty when the pool does not fill the panel. */
    static List<Place> draw(String seed, DrawConditions conditions, Collection<DrawCandidate> pool) {
        List<DrawCandidate> order = inOrder(seed, pool);
        List<DrawCandidate> panel = panel(order, new PanelSeating(conditions));
        if (panel.isEmpty()) {
            return List.of();
        }
        List<Place> places =
                new ArrayList<>(seated(panel, new PanelSeating(conditions.seats(), java.util.Set.of(), 0)));
        order.stream()
                .filter(expert -> !panel.contains(expert))
                .forEach(expert -> places.add(new Place(places.size() + 1, expert, Optional.empty())));
        return places;
    }

    /** Those who can be drawn, by SHA-256 of the seed, a colon and the login. */
    static List<DrawCandidate> inOrder(String seed, Collection<DrawCandidate> pool) {
        Map<DrawCandidate, String> lots = pool.stream()
                .filter(DrawCandidate::isEligible)
                .collect(Collectors.toMap(expert -> expert, expert -> lot(seed, expert.login())));
        return lots.keySet().stream().sorted(Comparator.comparing(lots::get)).toList();
    }

    static String lot(String seed, String name) {
        return Sha256.of(seed + ":" + name).hex();
    }

    /** Down the order: one is taken when a full panel is still possible with her and all taken before. */
    private static List<DrawCandidate> panel(List<DrawCandidate> order, PanelSeating seating) {
        List<DrawCandidate> taken = new ArrayList<>();
        for (int at = 0; at < order.size() && taken.size() < seating.size(); at++) {
            taken.add(order.get(at));
            if (!seating.canFill(taken, order.subList(at + 1, order.size()))) {
                taken.remove(taken.size() - 1);
            }
        }
        return taken.size() == seating.size() ? taken : List.of();
    }

    /** Down the order: each gets the first of her specialties, as the catalogue has them, that leaves all others a seat. */
    private static List<Place> seated(List<DrawCandidate> panel, PanelSeating seating) {
        List<Place> places = new ArrayList<>();
        PanelSeating left = seating;
        for (int at = 0; at < panel.size(); at++) {
            DrawCandidate expert = panel.get(at);
            Specialty seat = seatFor(expert, panel.subList(at + 1, panel.size()), left);
            left = left.without(seat);
            places.add(new Place(at + 1, expert, Optional.of(seat)));
        }
        return places;
    }

    private static Specialty seatFor(DrawCandidate expert, List<DrawCandidate> others, PanelSeating seating) {
        return java.util.Arrays.stream(Specialty.values())
                .filter(seating::hasSeat)
                .filter(expert::fits)
                .filter(seat -> seating.without(seat).canSeatAll(others))
                .findFirst()
                .orElseThrow();
    }
}
