package org.chuyi.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chuyi.application.ApplicationNumber;

/**
 * 排序: by points; between equal points the higher median, then the lower spread, then an officer's recorded decision. What
 * is equal after that shares its rank: there is no silent order.
 */
final class RankingOrder {

    private static final List<Criterion> CRITERIA = List.of(
            new Criterion(TieBreak.NONE, Comparator.comparing(Candidate::scored).reversed()),
            new Criterion(TieBreak.NONE, by(Aggregate::points).reversed()),
            new Criterion(TieBreak.MEDIAN, by(Aggregate::median).reversed()),
            new Criterion(TieBreak.SPREAD, by(Aggregate::spread)));

    private static final Comparator<Candidate> BY_FIGURES = CRITERIA.stream()
            .map(Criterion::order)
            .reduce(Comparator::thenComparing)
            .orElseThrow();

    private RankingOrder() {}

    private record Criterion(TieBreak name, Comparator<Candidate> order) {}

    private static Comparator<Candidate> by(java.util.function.ToIntFunction<Aggregate> figure) {
        return Comparator.comparingInt(candidate -> figure.applyAsInt(candidate.aggregate()));
    }

    /** Who is ranked. */
    record Candidate(ApplicationNumber number, boolean designated, Aggregate aggregate) {
        boolean scored() {
            return aggregate.scored();
        }
    }

    /** @param rank from 1; those that share one are followed by a gap, as in sports */
    record Ranked(Candidate candidate, int rank, TieBreak tieBreak, boolean aboveLine) implements CutLine.Standing {

        @Override
        public ApplicationNumber number() {
            return candidate.number();
        }

        @Override
        public boolean designated() {
            return candidate.designated();
        }

        @Override
        public boolean scored() {
            return candidate.scored();
        }

        @Override
        public int points() {
            return candidate.aggregate().points();
        }

        private Ranked with(TieBreak reason, boolean above) {
            return new Ranked(candidate, rank, reason, above);
        }
    }

    /**
     * @param decisions an officer's orders of those who were equal, the latest first
     * @return in order of rank; those that share one in the order of their numbers, which means nothing
     */
    static List<Ranked> of(List<Candidate> candidates, int places, List<List<ApplicationNumber>> decisions) {
        List<Candidate> ordered = candidates.stream()
                .sorted(BY_FIGURES.thenComparing(candidate -> candidate.number().value()))
                .toList();
        List<Ranked> ranked = new ArrayList<>();
        for (int from = 0; from < ordered.size(); ) {
            int to = from + 1;
            while (to < ordered.size() && BY_FIGURES.compare(ordered.get(from), ordered.get(to)) == 0) {
                to++;
            }
            ranked.addAll(equals(ordered.subList(from, to), from + 1, decisions));
            from = to;
        }
        CutLine line = CutLine.at(ranked, places);
        List<Ranked> explained = new ArrayList<>();
        for (int at = 0; at < ranked.size(); at++) {
            Ranked row = ranked.get(at);
            boolean contested = line.contested().contains(row.number());
            explained.add(row.with(
                    contested ? TieBreak.OPEN : tieBreak(ranked, at),
                    line.above().contains(row.number())));
        }
        return List.copyOf(explained);
    }

    /** Those with equal figures: in the order that was decided for them all, or all at the same rank. */
    private static List<Ranked> equals(List<Candidate> equals, int rank, List<List<ApplicationNumber>> decisions) {
        Optional<List<ApplicationNumber>> decided = equals.size() == 1
                ? Optional.empty()
                : decisions.stream()
                        .filter(order -> equals.stream().allMatch(each -> order.contains(each.number())))
                        .findFirst();
        if (decided.isEmpty()) {
            TieBreak reason = equals.size() == 1 ? TieBreak.NONE : TieBreak.SHARED;
            return equals.stream()
                    .map(each -> new Ranked(each, rank, reason, false))
                    .toList();
        }
        List<Candidate> inOrder = equals.stream()
                .sorted(Comparator.comparingInt(each -> decided.get().indexOf(each.number())))
                .toList();
        List<Ranked> ranked = new ArrayList<>();
        for (Candidate each : inOrder) {
            ranked.add(new Ranked(each, rank + ranked.size(), TieBreak.DECISION, false));
        }
        return ranked;
    }

    /** The last criterion that was needed to separate it from its neighbours with the same points. */
    private static TieBreak tieBreak(List<Ranked> ranked, int at) {
        Ranked row = ranked.get(at);
        if (row.tieBreak() != TieBreak.NONE) {
            return row.tieBreak();
        }
        TieBreak before = at == 0 ? TieBreak.NONE : separating(ranked.get(at - 1), row);
        TieBreak after = at == ranked.size() - 1 ? TieBreak.NONE : separating(row, ranked.get(at + 1));
        return before.compareTo(after) >= 0 ? before : after;
    }

    private static TieBreak separating(Ranked one, Ranked other) {
        return CRITERIA.stream()
                .filter(criterion -> criterion.order().compare(one.candidate(), other.candidate()) != 0)
                .findFirst()
                .map(Criterion::name)
                .orElse(TieBreak.NONE);
    }
}
