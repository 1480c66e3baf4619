package org.chuyi.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chuyi.selection.Specialty.AGRICULTURE;
import static org.chuyi.selection.Specialty.ELECTRONICS;
import static org.chuyi.selection.Specialty.GENERAL;
import static org.chuyi.selection.Specialty.MANUFACTURING;
import static org.chuyi.selection.Specialty.WATER;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chuyi.organisation.AccountId;
import org.chuyi.organisation.OrganisationId;
import org.chuyi.selection.DrawConditions.Shares;
import org.chuyi.workflow.form.FieldProblem;
import org.junit.jupiter.api.Test;

class DrawAlgorithmTest {

    private static final String CHANGSHA = "430100";
    private static final String PROVINCE = "430000";

    private static final Map<Specialty, Integer> APPLICATIONS =
            Map.of(MANUFACTURING, 50, ELECTRONICS, 30, AGRICULTURE, 20);

    @Test
    void theSamePublishedSeedGivesTheSameOrderHoweverThePoolIsListed() {
        var conditions = new DrawConditions(9, 5, Shares.APPLICATIONS, APPLICATIONS, Set.of(CHANGSHA));
        var pool = mixedPool(60);
        Set<List<DrawAlgorithm.Place>> different = new java.util.HashSet<>();
        for (int n = 0; n < 200; n++) {
            String seed = "seed-" + n;
            var drawn = DrawAlgorithm.draw(seed, conditions, pool);
            var shuffled = new ArrayList<>(pool);
            Collections.shuffle(shuffled, new Random(n));

            assertThat(DrawAlgorithm.draw(seed, conditions, shuffled)).isEqualTo(drawn);
            // 9 seats: 4.5, 2.7, 1.8
            assertThat(seatsOf(drawn)).isEqualTo(Map.of(MANUFACTURING, 4L, ELECTRONICS, 3L, AGRICULTURE, 2L));
            assertThat(seated(drawn)).allSatisfy(place -> assertThat(
                            place.expert().fits(place.seat().orElseThrow()))
                    .isTrue());
            assertThat(seated(drawn).stream()
                            .filter(place -> place.expert().city().equals(CHANGSHA)))
                    .hasSizeLessThanOrEqualTo(4);
            different.add(drawn);
        }
        assertThat(different).hasSize(200);
    }

    @Test
    void everybodyWhoCanBeDrawnStandsInTheOrderOnceAndNobodyElse() {
        var pool = new ArrayList<>(mixedPool(20));
        pool.add(expert("barred", PROVINCE, List.of(DrawGround.EMPLOYER), MANUFACTURING));
        var conditions = new DrawConditions(5, 3, Shares.EQUAL, APPLICATIONS, Set.of());

        var drawn = DrawAlgorithm.draw("seed", conditions, pool);

        assertThat(drawn)
                .extracting(place -> place.expert().login())
                .doesNotContain("barred")
                .doesNotHaveDuplicates()
                .hasSize(20);
        assertThat(drawn)
                .extracting(DrawAlgorithm.Place::position)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void thoseWhoStandByKeepTheOrderOfTheirLots() {
        var conditions = new DrawConditions(3, 3, Shares.EQUAL, APPLICATIONS, Set.of());
        var standBy = DrawAlgorithm.draw("seed", conditions, mixedPool(30)).stream()
                .filter(place -> place.seat().isEmpty())
                .map(place -> DrawAlgorithm.lot("seed", place.expert().login()))
                .toList();

        assertThat(standBy).hasSize(27).isSorted();
    }

    @Test
    void seatsFollowTheLargestRemainder() {
        assertThat(SeatShares.seats(APPLICATIONS, 10, Shares.APPLICATIONS))
                .isEqualTo(Map.of(MANUFACTURING, 5, ELECTRONICS, 3, AGRICULTURE, 2));
        // 7 seats: 3.5, 2.1, 1.4 - the one that is left goes to the remainder of a half
        assertThat(SeatShares.seats(APPLICATIONS, 7, Shares.APPLICATIONS))
                .isEqualTo(Map.of(MANUFACTURING, 4, ELECTRONICS, 2, AGRICULTURE, 1));
        assertThat(SeatShares.seats(APPLICATIONS, 7, Shares.EQUAL))
                .isEqualTo(Map.of(MANUFACTURING, 3, ELECTRONICS, 2, AGRICULTURE, 2));
        assertThat(SeatShares.seats(Map.of(GENERAL, 4), 5, Shares.APPLICATIONS)).isEqualTo(Map.of(GENERAL, 5));
    }

    @Test
    void whoeverHasTwoSpecialtiesLeavesTheSeatToTheOneWhoHasNoOther() {
        var both = expert("both", PROVINCE, List.of(), MANUFACTURING, ELECTRONICS);
        var only = expert("only", PROVINCE, List.of(), MANUFACTURING);
        var conditions = new DrawConditions(2, 2, Shares.EQUAL, Map.of(MANUFACTURING, 1, ELECTRONICS, 1), Set.of());
        for (int n = 0; n < 50; n++) {
            assertThat(seated(DrawAlgorithm.draw("seed" + n, conditions, List.of(both, only))).stream()
                            .collect(Collectors.toMap(place -> place.expert().login(), place -> place.seat()
                                    .orElseThrow())))
                    .isEqualTo(Map.of("both", ELECTRONICS, "only", MANUFACTURING));
        }
    }

    @Test
    void aPanelAsLargeAsTheScoresHasNobodyOfACityThatCompetes() {
        var pool = new ArrayList<DrawCandidate>();
        IntStream.range(0, 10).forEach(n -> pool.add(expert("c" + n, CHANGSHA, List.of(), WATER)));
        IntStream.range(0, 5).forEach(n -> pool.add(expert("p" + n, PROVINCE, List.of(), WATER)));
        var conditions = new DrawConditions(5, 5, Shares.EQUAL, Map.of(WATER, 8), Set.of(CHANGSHA));

        assertThat(seated(DrawAlgorithm.draw("seed", conditions, pool)))
                .extracting(place -> place.expert().city())
                .containsOnly(PROVINCE)
                .hasSize(5);
    }

    @Test
    void tooSmallAPoolIsToldSpecialtyBySpecialtyWithTheGrounds() {
        var pool = List.of(
                expert("a", PROVINCE, List.of(), MANUFACTURING),
                expert("b", PROVINCE, List.of(DrawGround.EMPLOYER), ELECTRONICS),
                expert("c", PROVINCE, List.of(DrawGround.UNAVAILABLE, DrawGround.BUSY), ELECTRONICS),
                expert("d", PROVINCE, List.of(DrawGround.BUSY), ELECTRONICS),
                expert("e", PROVINCE, List.of(DrawGround.INACTIVE), ELECTRONICS),
                expert("f", PROVINCE, List.of(), ELECTRONICS));
        var conditions = new DrawConditions(4, 3, Shares.EQUAL, Map.of(MANUFACTURING, 2, ELECTRONICS, 2), Set.of());

        assertThat(DrawAlgorithm.draw("seed", conditions, pool)).isEmpty();
        assertThat(PoolShortage.of(conditions, pool))
                .containsExactly(
                        FieldProblem.of("", "", "selection.draw.problem.short", 4, 2, 2),
                        FieldProblem.of(
                                "",
                                "",
                                "selection.draw.problem.specialty",
                                MANUFACTURING.message(),
                                2,
                                1,
                                1,
                                1,
                                0,
                                0,
                                0,
                                0),
                        FieldProblem.of(
                                "",
                                "",
                                "selection.draw.problem.specialty",
                                ELECTRONICS.message(),
                                2,
                                1,
                                1,
                                5,
                                1,
                                1,
                                1,
                                1));
    }

    @Test
    void aPoolThatFailsByItsCitiesOrByItsOverlapsSaysSo() {
        var sameCity = IntStream.range(0, 5)
                .mapToObj(n -> expert("c" + n, CHANGSHA, List.of(), WATER))
                .toList();
        assertThat(PoolShortage.of(
                        new DrawConditions(5, 4, Shares.EQUAL, Map.of(WATER, 8), Set.of(CHANGSHA)), sameCity))
                .extracting(FieldProblem::code)
                .containsExactly("selection.draw.problem.short", "selection.draw.problem.cities");

        var overlapping = List.of(expert("a", PROVINCE, List.of(), WATER, MANUFACTURING));
        assertThat(PoolShortage.of(
                        new DrawConditions(2, 1, Shares.EQUAL, Map.of(WATER, 1, MANUFACTURING, 1), Set.of()),
                        overlapping))
                .extracting(FieldProblem::code)
                .containsExactly("selection.draw.problem.short", "selection.draw.problem.overlap");
    }

    @Test
    void codesOfAllLevelsMeetInTheirCategory() {
        assertThat(Specialty.of("460101")).contains(MANUFACTURING);
        assertThat(Specialty.of("6603")).contains(MANUFACTURING);
        assertThat(Specialty.of("2601")).contains(MANUFACTURING);
        assertThat(Specialty.of("5102")).contains(ELECTRONICS);
        assertThat(Specialty.of("7901")).contains(Specialty.PUBLIC_SERVICE);
        assertThat(Specialty.of("460199"))
                .as("a class of the catalogue without this major")
                .isEmpty();
        assertThat(Specialty.of("8101")).isEmpty();
        assertThat(Specialty.of("6001")).isEmpty();
        assertThat(Specialty.of("装备制造")).isEmpty();
        assertThat(Specialty.ofApplication(List.of("510201", "460101", "460103")))
                .isEqualTo(MANUFACTURING);
        assertThat(Specialty.ofApplication(List.of())).isEqualTo(GENERAL);
    }

    private static List<DrawAlgorithm.Place> seated(List<DrawAlgorithm.Place> places) {
        return places.stream().filter(place -> place.seat().isPresent()).toList();
    }

    private static Map<Specialty, Long> seatsOf(List<DrawAlgorithm.Place> places) {
        return seated(places).stream()
                .collect(Collectors.groupingBy(
                        place -> place.seat().orElseThrow(), TreeMap::new, Collectors.counting()));
    }

    /** Every third from Changsha; specialties in turn, every fifth with two. */
    private static List<DrawCandidate> mixedPool(int size) {
        List<Specialty> all = List.of(MANUFACTURING, ELECTRONICS, AGRICULTURE);
        return IntStream.range(0, size)
                .mapToObj(n -> expert(
                        "e" + n,
                        n % 3 == 0 ? CHANGSHA : PROVINCE,
                        List.of(),
                        n % 5 == 0
                                ? new Specialty[] {all.get(n % 3), all.get((n + 1) % 3)}
                                : new Specialty[] {all.get(n % 3)}))
                .toList();
    }

    private static DrawCandidate expert(String login, String city, List<DrawGround> grounds, Specialty... specialties) {
        return new DrawCandidate(
                new AccountId(login.hashCode()), login, new OrganisationId(1), city, Set.of(specialties), grounds);
    }
}
