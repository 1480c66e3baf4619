package org.chuyi.selection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chuyi.selection.DrawConditions.Shares;

/** The largest-remainder method (最大余数法): how many seats each specialty has. */
final class SeatShares {

    private SeatShares() {}

    /** @return specialties without a seat are left out; the numbers add up to the panel's size */
    static Map<Specialty, Integer> seats(Map<Specialty, Integer> applications, int panelSize, Shares shares) {
        Map<Specialty, Integer> weights = new TreeMap<>(applications);
        weights.values().removeIf(count -> count == 0);
        if (shares == Shares.EQUAL) {
            weights.replaceAll((specialty, count) -> 1);
        }
        int sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        Map<Specialty, Integer> seats = new TreeMap<>();
        weights.forEach((specialty, weight) -> seats.put(specialty, panelSize * weight / sum));
        int given = seats.values().stream().mapToInt(Integer::intValue).sum();
        byRemainder(weights, panelSize, sum, applications).stream()
                .limit(panelSize - given)
                .forEach(specialty -> seats.merge(specialty, 1, Integer::sum));
        seats.values().removeIf(count -> count == 0);
        return seats;
    }

    /** The largest remainder first; of equal ones the specialty with more applications, then the catalogue's order. */
    private static List<Specialty> byRemainder(
            Map<Specialty, Integer> weights, int panelSize, int sum, Map<Specialty, Integer> applications) {
        return weights.keySet().stream()
                .sorted(Comparator.<Specialty>comparingInt(each -> -(panelSize * weights.get(each) % sum))
                        .thenComparingInt(each -> -applications.get(each))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
