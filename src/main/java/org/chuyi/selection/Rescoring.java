package org.chuyi.selection;

import java.util.Optional;

/** 复评: which sheets are to be scored again. */
final class Rescoring {

    private Rescoring() {}

    /** Who asks for it; the names are stored. */
    enum Step {
        /** The panel's leader, in the discussion. */
        DISCUSSION,
        /** The province, over the ranking. */
        RANKING
    }

    /**
     * A line of the form.
     *
     * @param entry code or number of the application
     * @param expert position of the seat; empty for all experts of that application
     */
    record Wanted(String entry, Optional<Integer> expert) {}
}
