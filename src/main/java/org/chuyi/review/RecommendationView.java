package org.chuyi.review;

import java.util.List;
import org.chuyi.programme.Programme;
import org.chuyi.programme.Round;

/**
 * A list with all that its page shows.
 *
 * @param sections by programme, in the round's order, those without applications left out
 * @param undecided on which its body has still to decide; empty once it is sealed
 */
public record RecommendationView(
        RecommendationList list, Round round, List<Section> sections, List<UndecidedApplication> undecided) {

    /** @param rows in order of rank, the listed ones first */
    public record Section(Programme programme, RecommendationPlaces places, List<RecommendationRow> rows) {

        public List<RecommendationRow> listed() {
            return rows.stream().filter(RecommendationRow::listed).toList();
        }

        public List<RecommendationRow> others() {
            return rows.stream().filter(row -> !row.listed()).toList();
        }

        /** Taken by the city's other body. */
        public int listedElsewhere() {
            return places.listed()
                    - (int) listed().stream()
                            .filter(RecommendationRow::usesQuota)
                            .count();
        }

        /** One more could be listed, though this one programme wants just so many. */
        public boolean lacks() {
            return places.exactly() && !places.isFull() && !others().isEmpty();
        }

        public boolean admits(RecommendationRow row) {
            return !row.usesQuota() || !places.isFull();
        }
    }

    public int listed() {
        return sections.stream().mapToInt(section -> section.listed().size()).sum();
    }

    public int candidates() {
        return sections.stream().mapToInt(section -> section.rows().size()).sum();
    }

    public boolean mayBeSealed() {
        return list.isDraft() && undecided.isEmpty() && sections.stream().noneMatch(Section::lacks);
    }
}
