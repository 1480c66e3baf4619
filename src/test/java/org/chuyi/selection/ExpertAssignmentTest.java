package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.chuyi.selection.ExpertAssignment.Judge;
import org.chuyi.selection.ExpertAssignment.Short;
import org.chuyi.selection.ExpertAssignment.Task;
import org.junit.jupiter.api.Test;

class ExpertAssignmentTest {

    @Test
    void sixtyExpertsShareFiveThousandApplicationsWithinOne() {
        var panel = panel(60);
        var tasks = tasks(5000, Set.copyOf(seats(panel)));

        var sheets = ExpertAssignment.assign("seed", 5, panel, tasks);

        assertThat(sheets).hasSize(5000).allSatisfy((number, judges) -> assertThat(judges)
                .hasSize(5));
        assertThat(loads(sheets, panel).values()).allMatch(load -> load == 416 || load == 417);
    }

    @Test
    void recusalIsRespectedAndTheLoadsStayWithinOneWhereItLeavesRoom() {
        var panel = panel(60);
        Map<String, Integer> cityOf = new HashMap<>();
        List<Task> tasks = new ArrayList<>();
        for (int n = 0; n < 1400; n++) {
            int city = n % 14;
            String number = number(n);
            cityOf.put(number, city);
            tasks.add(new Task(
                    number,
                    Specialty.WATER,
                    seats(panel).stream().filter(seat -> seat % 14 != city).collect(Collectors.toSet())));
        }

        var sheets = ExpertAssignment.assign("seed", 5, panel, tasks);

        assertThat(sheets)
                .allSatisfy((number, judges) ->
                        assertThat(judges).hasSize(5).allMatch(seat -> seat % 14 != cityOf.get(number)));
        assertThat(loads(sheets, panel).values()).allMatch(load -> load == 116 || load == 117);
    }

    @Test
    void aChainOfHandOversEvensOutWhatNoSingleOneCan() {
        // A and B share the first tasks, B and C the others: A's surplus reaches C over B alone.
        var panel = panel(3);
        List<Task> tasks = new ArrayList<>();
        IntStream.range(0, 6).forEach(n -> tasks.add(new Task(number(n), Specialty.WATER, Set.of(1L, 2L))));
        IntStream.range(6, 9).forEach(n -> tasks.add(new Task(number(n), Specialty.WATER, Set.of(2L, 3L))));
        for (int n = 0; n < 30; n++) {
            assertThat(loads(ExpertAssignment.assign("seed" + n, 1, panel, tasks), panel)
                            .values())
                    .containsExactlyInAnyOrder(3, 3, 3);
        }
    }

    @Test
    void theSeedAloneDecidesHoweverTheApplicationsAreListed() {
        var panel = panel(12);
        var tasks = tasks(100, Set.copyOf(seats(panel)));
        Set<Map<String, Set<Long>>> different = new HashSet<>();
        for (int n = 0; n < 20; n++) {
            var shuffled = new ArrayList<>(tasks);
            Collections.shuffle(shuffled, new Random(n));
            var sheets = ExpertAssignment.assign("seed" + n, 3, panel, tasks);
            assertThat(ExpertAssignment.assign("seed" + n, 3, panel, shuffled)).isEqualTo(sheets);
            different.add(sheets);
        }
        assertThat(different).hasSize(20);
    }

    @Test
    void anApplicationThatTooFewMayJudgeIsNamed() {
        var tasks = List.of(
                new Task("A", Specialty.WATER, Set.of(1L, 2L, 3L)), new Task("B", Specialty.WATER, Set.of(1L, 2L)));

        assertThat(ExpertAssignment.shortOf(tasks, 3)).containsExactly(new Short("B", 2));
        assertThat(ExpertAssignment.shortOf(tasks, 2)).isEmpty();
    }

    private static List<Judge> panel(int size) {
        return LongStream.rangeClosed(1, size)
                .mapToObj(seat -> new Judge(seat, "e" + seat, Set.of(Specialty.WATER)))
                .toList();
    }

    private static List<Long> seats(List<Judge> panel) {
        return panel.stream().map(Judge::seat).toList();
    }

    private static List<Task> tasks(int count, Set<Long> seats) {
        return IntStream.range(0, count)
                .mapToObj(n -> new Task(number(n), Specialty.WATER, seats))
                .toList();
    }

    private static String number(int n) {
        return "CY2026-09-%04d".formatted(n);
    }

    private static Map<Long, Integer> loads(Map<String, Set<Long>> sheets, List<Judge> panel) {
        Map<Long, Integer> loads = new HashMap<>();
        seats(panel).forEach(seat -> loads.put(seat, 0));
        sheets.values().forEach(judges -> judges.forEach(seat -> loads.merge(seat, 1, Integer::sum)));
        return loads;
    }
}
