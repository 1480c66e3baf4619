package org.chuyi.selection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * 分配: which seats score which application. Deterministic by the draw's seed; each application gets its number of
 * experts, none of them recused from it, and the loads differ as little as recusal allows.
 */
final class ExpertAssignment {

    /** @param seats that may judge it */
    record Task(String number, Specialty specialty, Set<Long> seats) {}

    /** @param login of who holds it */
    record Judge(long seat, String login, Set<Specialty> specialties) {}

    /** An application that too few may judge. */
    record Short(String number, int able) {}

    private final String seed;
    private final int perEntry;
    private final Map<Long, Judge> judges = new TreeMap<>();
    private final Map<Long, Integer> loads = new TreeMap<>();
    private final Map<Task, Set<Long>> chosen = new java.util.LinkedHashMap<>();

    private ExpertAssignment(String seed, int perEntry, List<Judge> panel) {
        this.seed = seed;
        this.perEntry = perEntry;
        panel.forEach(judge -> {
            judges.put(judge.seat(), judge);
            loads.put(judge.seat(), 0);
        });
    }

    static List<Short> shortOf(List<Task> tasks, int perEntry) {
        return tasks.stream()
                .filter(task -> task.seats().size() < perEntry)
                .map(task -> new Short(task.number(), task.seats().size()))
                .toList();
    }

    /** By application's number, its seats. Each task has enough of them. */
    static Map<String, Set<Long>> assign(String seed, int perEntry, List<Judge> panel, List<Task> tasks) {
        var assignment = new ExpertAssignment(seed, perEntry, panel);
        assignment.chooseForEach(tasks);
        assignment.balance();
        Map<String, Set<Long>> result = new TreeMap<>();
        assignment.chosen.forEach((task, seats) -> result.put(task.number(), Set.copyOf(seats)));
        return result;
    }

    /** Those with the fewest able judges first, then by lot. */
    private void chooseForEach(List<Task> tasks) {
        Map<Task, String> lots = new HashMap<>();
        tasks.forEach(task -> lots.put(task, DrawAlgorithm.lot(seed, task.number())));
        tasks.stream()
                .sorted(Comparator.<Task>comparingInt(task -> task.seats().size())
                        .thenComparing(lots::get))
                .forEach(this::choose);
    }

    /** The least loaded, among these one of the application's own specialty, then by lot. */
    private void choose(Task task) {
        Map<Long, String> lots = new HashMap<>();
        task.seats()
                .forEach(seat -> lots.put(
                        seat,
                        DrawAlgorithm.lot(
                                seed, task.number() + ":" + judges.get(seat).login())));
        Set<Long> seats = new LinkedHashSet<>(task.seats().stream()
                .sorted(Comparator.<Long>comparingInt(loads::get)
                        .thenComparing(seat -> !judges.get(seat).specialties().contains(task.specialty()))
                        .thenComparing(lots::get))
                .limit(perEntry)
                .toList());
        seats.forEach(seat -> loads.merge(seat, 1, Integer::sum));
        chosen.put(task, seats);
    }

    /** Hands applications on from the most to the less loaded, over others where need be, until no hand-over evens out. */
    private void balance() {
        while (handOver()) {
            // one chain of hand-overs evens out two loads; the next is sought anew
        }
    }

    private boolean handOver() {
        Map<Long, Map<Long, Task>> possible = handOvers();
        List<Long> heaviest = loads.keySet().stream()
                .sorted(Comparator.<Long>comparingInt(loads::get).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        for (Long from : heaviest) {
            List<Long> chain = chain(from, possible);
            if (!chain.isEmpty()) {
                pass(chain, possible);
                return true;
            }
        }
        return false;
    }

    /** From seat to seat, the first application that the one has and the other may take. */
    private Map<Long, Map<Long, Task>> handOvers() {
        Map<Long, Map<Long, Task>> possible = new TreeMap<>();
        chosen.forEach((task, seats) -> seats.forEach(
                from -> task.seats().stream().filter(to -> !seats.contains(to)).forEach(to -> possible.computeIfAbsent(
                                from, seat -> new TreeMap<>())
                        .putIfAbsent(to, task))));
        return possible;
    }

    /** The shortest chain to somebody with at least two fewer; empty when there is none. */
    private List<Long> chain(Long from, Map<Long, Map<Long, Task>> possible) {
        int least = loads.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        if (loads.get(from) - least < 2) {
            return List.of();
        }
        Map<Long, Long> reachedFrom = new HashMap<>();
        var next = new ArrayDeque<Long>(List.of(from));
        while (!next.isEmpty()) {
            Long at = next.poll();
            for (Long to : possible.getOrDefault(at, Map.of()).keySet()) {
                if (!to.equals(from) && reachedFrom.putIfAbsent(to, at) == null) {
                    if (loads.get(from) - loads.get(to) >= 2) {
                        return back(from, to, reachedFrom);
                    }
                    next.add(to);
                }
            }
        }
        return List.of();
    }

    private static List<Long> back(Long from, Long to, Map<Long, Long> reachedFrom) {
        List<Long> chain = new ArrayList<>(List.of(to));
        while (!chain.get(0).equals(from)) {
            chain.add(0, reachedFrom.get(chain.get(0)));
        }
        return chain;
    }

    private void pass(List<Long> chain, Map<Long, Map<Long, Task>> possible) {
        for (int at = 0; at + 1 < chain.size(); at++) {
            Set<Long> seats = chosen.get(possible.get(chain.get(at)).get(chain.get(at + 1)));
            seats.remove(chain.get(at));
            seats.add(chain.get(at + 1));
        }
        loads.merge(chain.get(0), -1, Integer::sum);
        loads.merge(chain.get(chain.size() - 1), 1, Integer::sum);
    }
}
