package org.chuyi.programme;

import java.util.List;

/** All that an officer fixes of a round while it is a draft. */
public record RoundContent(
        BilingualText title,
        BilingualText callText,
        RoundWindow window,
        List<RoundProgramme> programmes,
        SelectionWorkdays selectionWorkdays) {

    public RoundContent {
        programmes = List.copyOf(programmes);
    }

    /** With the default limits of the selection's steps. */
    public RoundContent(
            BilingualText title, BilingualText callText, RoundWindow window, List<RoundProgramme> programmes) {
        this(title, callText, window, programmes, SelectionWorkdays.DEFAULT);
    }

    RoundContent with(RoundWindow moved) {
        return new RoundContent(title, callText, moved, programmes, selectionWorkdays);
    }

    RoundContent with(List<RoundProgramme> others) {
        return new RoundContent(title, callText, window, others, selectionWorkdays);
    }
}
