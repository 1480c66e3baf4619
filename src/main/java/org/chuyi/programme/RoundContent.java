package org.chuyi.programme;

import java.util.List;

/** All that an officer fixes of a round while it is a draft. */
public record RoundContent(
        BilingualText title, BilingualText callText, RoundWindow window, List<RoundProgramme> programmes) {

    public RoundContent {
        programmes = List.copyOf(programmes);
    }
}
