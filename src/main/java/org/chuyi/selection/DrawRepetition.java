package org.chuyi.selection;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Draws once more from the published seed, the stored conditions and the stored pool, and compares. Changes nothing. */
@Component
public class DrawRepetition {

    private final ExpertDraws draws;

    DrawRepetition(ExpertDraws draws) {
        this.draws = draws;
    }

    /**
     * What the comparison says.
     *
     * @param samePool the stored pool still has the checksum that was published
     * @param sameOrder the order that comes out is the one that is stored, and has the checksum that was published
     * @param sameAlgorithm the draw was made by the algorithm that this version of the program has
     */
    public record Verdict(
            String seed, String algorithm, boolean samePool, boolean sameOrder, boolean sameAlgorithm, int panelSize) {

        public boolean equal() {
            return samePool && sameOrder && sameAlgorithm;
        }
    }

    /** Empty when nothing was drawn, or when there is no such contest. */
    public Optional<Verdict> repeat(String contest) {
        return ContestKey.isKey(contest)
                ? draws.find(ContestKey.of(contest)).map(DrawRepetition::compare)
                : Optional.empty();
    }

    private static Verdict compare(ExpertDraw draw) {
        var again = DrawAlgorithm.draw(draw.seed(), draw.conditions(), draw.pool());
        return new Verdict(
                draw.seed(),
                draw.algorithm(),
                DrawChecksums.ofPool(draw.pool()).equals(draw.poolSha256()),
                again.equals(draw.places()) && DrawChecksums.ofOrder(again).equals(draw.orderSha256()),
                DrawAlgorithm.VERSION.equals(draw.algorithm()),
                draw.conditions().panelSize());
    }
}
