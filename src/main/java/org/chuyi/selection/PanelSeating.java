package org.chuyi.selection;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Whether people can be seated: each on a seat of one of her specialties, no more of a limited city than its limit. Says
 * yes or no and nothing about who sits where, so that the answer does not depend on how it is found.
 */
final class PanelSeating {

    private final Map<Specialty, Integer> seats;
    private final Set<String> limitedCities;
    private final int mostOfACity;

    PanelSeating(DrawConditions conditions) {
        this(conditions.seats(), conditions.limitedCities(), conditions.mostOfACity());
    }

    PanelSeating(Map<Specialty, Integer> seats, Set<String> limitedCities, int mostOfACity) {
        this.seats = new TreeMap<>(seats);
        this.limitedCities = limitedCities;
        this.mostOfACity = mostOfACity;
    }

    /** People who are alike to the seats; city is empty where it is not limited. */
    private record Kind(String city, Set<Specialty> seats) {}

    boolean canSeatAll(Collection<DrawCandidate> people) {
        return isWithinCities(people) && seated(people, List.of()) == people.size();
    }

    /** Whether all these can sit on a panel without a vacant seat, with others of the rest. */
    boolean canFill(Collection<DrawCandidate> taken, Collection<DrawCandidate> rest) {
        return canSeatAll(taken) && seated(taken, rest) == size();
    }

    /** How many seats can be filled at most. */
    int mostSeated(Collection<DrawCandidate> people) {
        return seated(List.of(), people);
    }

    int size() {
        return seats.values().stream().mapToInt(Integer::intValue).sum();
    }

    private boolean isWithinCities(Collection<DrawCandidate> people) {
        return people.stream()
                .filter(person -> limitedCities.contains(person.city()))
                .collect(Collectors.groupingBy(DrawCandidate::city, Collectors.counting()))
                .values()
                .stream()
                .allMatch(count -> count <= mostOfACity);
    }

    private int seated(Collection<DrawCandidate> taken, Collection<DrawCandidate> rest) {
        var network = new FlowNetwork();
        int source = network.node();
        int sink = network.node();
        Map<Specialty, Integer> places = new TreeMap<>();
        seats.forEach((specialty, count) -> {
            int place = network.node();
            places.put(specialty, place);
            network.edge(place, sink, count);
        });
        byKind(taken).forEach((kind, count) -> join(network, source, kind, count, places));
        int sat = network.push(source, sink);
        Map<String, Integer> cities = new TreeMap<>();
        byKind(rest).forEach((kind, count) -> {
            int from = kind.city().isEmpty()
                    ? source
                    : cities.computeIfAbsent(kind.city(), city -> cityNode(network, source, city, taken));
            join(network, from, kind, count, places);
        });
        return sat + network.push(source, sink);
    }

    private int cityNode(FlowNetwork network, int source, String city, Collection<DrawCandidate> taken) {
        long sitting =
                taken.stream().filter(person -> person.city().equals(city)).count();
        int node = network.node();
        network.edge(source, node, Math.max(0, mostOfACity - (int) sitting));
        return node;
    }

    private static void join(FlowNetwork network, int from, Kind kind, int count, Map<Specialty, Integer> places) {
        int node = network.node();
        network.edge(from, node, count);
        kind.seats().forEach(specialty -> network.edge(node, places.get(specialty), count));
    }

    private Map<Kind, Integer> byKind(Collection<DrawCandidate> people) {
        Map<Kind, Integer> kinds = new HashMap<>();
        people.forEach(person -> kinds.merge(
                new Kind(limitedCities.contains(person.city()) ? person.city() : "", person.seatsAmong(seats.keySet())),
                1,
                Integer::sum));
        return kinds;
    }

    /** One seat of that specialty fewer; the cities are done with, once it is known who sits at all. */
    PanelSeating without(Specialty seat) {
        Map<Specialty, Integer> left = new TreeMap<>(seats);
        left.merge(seat, -1, Integer::sum);
        left.values().removeIf(count -> count == 0);
        return new PanelSeating(left, Set.of(), 0);
    }

    boolean hasSeat(Specialty seat) {
        return seats.getOrDefault(seat, 0) > 0;
    }
}
